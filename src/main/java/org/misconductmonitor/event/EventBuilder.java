package org.misconductmonitor.event;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Puts an event together from its fields, wherever they come from. */
public final class EventBuilder {
    private static final Set<Field> HEADER = Set.of(
            Field.EVENT_ID, Field.REVISION, Field.TENANT_ID, Field.OFFICER_ID, Field.CASE_ID, Field.ALLEGATION_ID);

    private EventBuilder() {}

    /**
     * @param fields values in the Java types of {@link Field#kind()}
     * @throws InvalidEventException if a required field is missing
     */
    public static Event of(Map<Field, ?> fields) {
        String typeText = (String) fields.get(Field.EVENT_TYPE);
        EventType type = EventType.named(required(typeText, Field.EVENT_TYPE)).orElse(EventType.UNKNOWN);
        Field time = type == EventType.RECORDED ? Field.RECORDED_AT : Field.AT;
        Map<Field, Object> details = new EnumMap<>(Field.class);
        fields.forEach((field, value) -> {
            if (!HEADER.contains(field) && field != time && field != Field.EVENT_TYPE && value != null) {
                details.put(field, value);
            }
        });
        if (type == EventType.UNKNOWN) {
            details.put(Field.EVENT_TYPE, typeText);
        }
        Integer revision = (Integer) fields.get(Field.REVISION);
        String tenant = (String) fields.get(Field.TENANT_ID);
        return new Event(
                type,
                required((String) fields.get(Field.EVENT_ID), Field.EVENT_ID),
                revision == null ? 1 : revision,
                tenant == null ? Event.DEFAULT_TENANT : tenant,
                (String) fields.get(Field.OFFICER_ID),
                (String) fields.get(Field.CASE_ID),
                (String) fields.get(Field.ALLEGATION_ID),
                required((Instant) fields.get(time), time),
                Details.of(details));
    }

    private static <T> T required(T value, Field field) {
        if (value == null) {
            throw new InvalidEventException(Rejection.Reason.MISSING_FIELD, field);
        }
        return value;
    }
}
