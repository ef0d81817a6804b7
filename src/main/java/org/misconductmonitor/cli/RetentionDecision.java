package org.misconductmonitor.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Sha256;

/**
 * What was decided about keeping a case.
 *
 * @param of the case
 * @param what was decided
 * @param keepUntil RETAIN: when it is to be reviewed again, or null: as the rules on retention say
 * @param reason in whatever words
 * @param actor pseudonym of who decided
 * @param at when
 */
record RetentionDecision(DueReviews.Case of, Kind what, Instant keepUntil, String reason, String actor, Instant at) {
    private static final int ID_BYTES = 12;

    /** What can be decided. */
    enum Kind {
        /** It has to be kept. */
        RETAIN,
        /** It has to be kept, and used for nothing: it leaves every count. */
        RESTRICT,
        /** It must not be kept. */
        ERASE
    }

    /** The same decision on the same case and day has the same id: to send it again changes nothing. */
    String id() {
        String all = String.join(
                "\n",
                of.tenantId(),
                String.valueOf(of.officerId()),
                of.caseId(),
                what.name(),
                String.valueOf(keepUntil),
                at.atZone(ZoneOffset.UTC).toLocalDate().toString());
        return "retention-" + Sha256.hex(all, ID_BYTES);
    }

    /**
     * What was decided on the same case after a decision that was published, and so holds in its place.
     *
     * @param eventId of that decision
     * @return the latest, or empty: nothing
     */
    static Optional<Event> overruling(String eventId, Collection<Event> published) {
        return published.stream()
                .filter(event -> event.eventId().equals(eventId))
                .findFirst()
                .flatMap(earlier -> published.stream()
                        .filter(event -> event.type() == EventType.RETENTION_REVIEWED
                                && event.tenantId().equals(earlier.tenantId())
                                && Objects.equals(event.officerId(), earlier.officerId())
                                && Objects.equals(event.caseId(), earlier.caseId())
                                && event.at().isAfter(earlier.at()))
                        .max(Comparator.comparing(Event::at)));
    }

    /** @param eventId of the decision; what follows from it has one that begins with it */
    List<Event> events(String eventId) {
        List<Event> events = new ArrayList<>();
        Map<Field, Object> reviewed = fields(eventId, EventType.RETENTION_REVIEWED);
        reviewed.put(Field.DECISION, what.name());
        if (keepUntil != null) {
            reviewed.put(Field.DUE_AT, keepUntil);
        }
        events.add(EventBuilder.of(reviewed));
        if (what == Kind.RESTRICT) {
            events.add(EventBuilder.of(fields(eventId + "-restricted", EventType.RESTRICTED)));
        }
        return events;
    }

    private Map<Field, Object> fields(String eventId, EventType type) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, eventId);
        fields.put(Field.EVENT_TYPE, type.name());
        fields.put(Field.TENANT_ID, of.tenantId());
        if (of.officerId() != null) {
            fields.put(Field.OFFICER_ID, of.officerId());
        }
        fields.put(Field.CASE_ID, of.caseId());
        fields.put(Field.AT, at);
        fields.put(Field.REASON, reason);
        fields.put(Field.HANDLER_ID, actor);
        return fields;
    }
}
