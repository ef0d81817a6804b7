package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Optional;
import org.misconductmonitor.event.Rejection.Reason;

/** What every event must pass on arrival, whoever publishes it. Allocates nothing for an event that passes. */
public final class EventCheck {
    /** Characters an id may have. */
    public static final int LONGEST_ID = 200;
    /** Characters all texts of an event may have together: as UTF-8 that stays below Kafka's usual limit of 1 MiB. */
    public static final int LONGEST_TEXTS = 256 * 1024;

    private static final long DAY = 86_400;
    private static final long YEAR_1900 = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR_2201 = Instant.parse("2201-01-01T00:00:00Z").getEpochSecond();

    private EventCheck() {}

    /**
     * @param ingestedAt when the record reached the broker; what has happened cannot be more than a day later
     * @return the first thing that is wrong, or nothing
     */
    public static Optional<Rejection> check(Event event, Instant ingestedAt) {
        Rejection rejection = header(event, ingestedAt);
        if (rejection == null) {
            rejection = details(event, ingestedAt);
        }
        if (rejection == null) {
            rejection = RequiredFields.missing(event);
        }
        return Optional.ofNullable(rejection);
    }

    /** The key that the Kafka record of the event must have: the officerId, or the tenantId where no officer is named. */
    public static String expectedKey(Event event) {
        return event.officerId() != null ? event.officerId() : event.tenantId();
    }

    private static Rejection header(Event event, Instant ingestedAt) {
        Field wrongId = wrongId(event);
        if (wrongId != null) {
            return new Rejection(Reason.INVALID_ID, wrongId);
        }
        if (event.revision() < 1) {
            return new Rejection(Reason.INVALID_REVISION, Field.REVISION);
        }
        Field time = event.type() == EventType.RECORDED ? Field.RECORDED_AT : Field.AT;
        return date(time, event.at(), ingestedAt);
    }

    private static Field wrongId(Event event) {
        if (!isId(event.eventId())) {
            return Field.EVENT_ID;
        }
        if (!isId(event.tenantId())) {
            return Field.TENANT_ID;
        }
        if (!isIdOrAbsent(event.officerId())) {
            return Field.OFFICER_ID;
        }
        if (!isIdOrAbsent(event.caseId())) {
            return Field.CASE_ID;
        }
        return isIdOrAbsent(event.allegationId()) ? null : Field.ALLEGATION_ID;
    }

    private static Rejection details(Event event, Instant ingestedAt) {
        Details details = event.details();
        long characters = 0;
        Instant startsAt = null;
        for (int i = 0; i < details.size(); i++) {
            Field field = details.fieldAt(i);
            Object value = details.valueAt(i);
            if (value instanceof String text) {
                characters += text.length();
                if (isIdField(field) && !isId(text)) {
                    return new Rejection(Reason.INVALID_ID, field);
                }
            } else if (value instanceof Instant instant) {
                Rejection rejection = date(field, instant, ingestedAt);
                if (rejection != null) {
                    return rejection;
                }
                if (field == Field.STARTS_AT) {
                    startsAt = instant;
                } else if (field == Field.ENDS_AT && startsAt != null && instant.isBefore(startsAt)) {
                    return new Rejection(Reason.ENDS_BEFORE_START, field);
                }
            }
        }
        return characters > LONGEST_TEXTS ? new Rejection(Reason.TOO_LARGE, null) : null;
    }

    private static Rejection date(Field field, Instant date, Instant ingestedAt) {
        long second = date.getEpochSecond();
        if (second < YEAR_1900) {
            return new Rejection(Reason.ANCIENT_DATE, field);
        }
        if (mayLieAhead(field)) {
            return second >= YEAR_2201 ? new Rejection(Reason.ABSURD_DATE, field) : null;
        }
        long latest = ingestedAt.getEpochSecond() + DAY;
        boolean future = second > latest || second == latest && date.getNano() > ingestedAt.getNano();
        return future ? new Rejection(Reason.FUTURE_DATE, field) : null;
    }

    private static boolean mayLieAhead(Field field) {
        return switch (field) {
            case DUE_AT, STARTS_AT, ENDS_AT, EXPIRES_AT -> true;
            default -> false;
        };
    }

    private static boolean isIdField(Field field) {
        return switch (field) {
            case SUPERSEDES,
                    PUBLISHER_ID,
                    HANDLER_ID,
                    SHARED_ALLEGATION_ID,
                    COMPLAINANT_ID,
                    TO_OFFICER_ID,
                    INVESTIGATION_ID,
                    LINKED_CASE_ID,
                    MATCH_EVENT_ID,
                    SUPERVISOR_ID,
                    ALIAS,
                    REPORT_ID,
                    FROM_REPORT_ID -> true;
            default -> false;
        };
    }

    private static boolean isIdOrAbsent(String id) {
        return id == null || isId(id);
    }

    /** Whether the text may be an id: not blank, not too long, no control characters, writable as UTF-8. */
    public static boolean isId(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID && !Texts.hasControls(id) && Texts.isWellFormed(id);
    }
}
