package org.misconductmonitor.event;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * One published fact about an officer, case or report; immutable.
 *
 * @param type what happened
 * @param eventId identity of the fact
 * @param revision version of the fact, from 1; a higher one replaces a lower one whenever it arrives
 * @param tenantId the body whose data it is
 * @param officerId the person, or null for facts about no one person
 * @param caseId the case, or null
 * @param allegationId the officer-allegation, or null
 * @param at business time of the step: {@code recordedAt} of a RECORDED event, {@code at} of any other
 * @param details every other field
 */
public record Event(
        EventType type,
        String eventId,
        int revision,
        String tenantId,
        String officerId,
        String caseId,
        String allegationId,
        Instant at,
        Details details) {

    public static final String DEFAULT_TENANT = "default";

    public Event {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(details, "details");
    }

    /** Whose record it belongs to. */
    public Subject subject() {
        return officerId == null ? Subject.ofTenant(tenantId) : Subject.ofOfficer(officerId);
    }

    /** @return the value in the Java type of {@link Field#kind()}, or null */
    public Object get(Field field) {
        return switch (field) {
            case EVENT_ID -> eventId;
            case EVENT_TYPE -> type == EventType.UNKNOWN ? details.get(field) : type.name();
            case REVISION -> revision;
            case TENANT_ID -> tenantId;
            case OFFICER_ID -> officerId;
            case CASE_ID -> caseId;
            case ALLEGATION_ID -> allegationId;
            case AT -> type == EventType.RECORDED ? details.get(field) : at;
            case RECORDED_AT -> type == EventType.RECORDED ? at : details.get(field);
            default -> details.get(field);
        };
    }

    /** @return the text, or null if it is absent or not text */
    public String text(Field field) {
        return get(field) instanceof String text ? text : null;
    }

    /** @return the instant, or null if it is absent or not an instant */
    public Instant instant(Field field) {
        return get(field) instanceof Instant instant ? instant : null;
    }

    /** Every field that has a value. */
    public Map<Field, Object> fields() {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            Object value = get(field);
            if (value != null) {
                fields.put(field, value);
            }
        }
        return fields;
    }

    /** The same fact with some fields changed; a null value removes the field. */
    public Event with(Map<Field, ?> changes) {
        Map<Field, Object> fields = fields();
        changes.forEach((field, value) -> {
            if (value == null) {
                fields.remove(field);
            } else {
                fields.put(field, value);
            }
        });
        return EventBuilder.of(fields);
    }

    /** Type and identity only: the rest is personal data and must not reach a log. */
    @Override
    public String toString() {
        return type + " " + eventId + " r" + revision;
    }
}
