package org.misconductmonitor.event;

import java.time.Instant;

/**
 * Fields on their way to an {@link Event}: the fast form of {@link EventBuilder} for readers that see millions. One
 * draft serves one thread and may be used again after {@link #clear()}.
 */
public final class EventDraft {
    private static final Field[] FIELDS = Field.values();

    private final Object[] values = new Object[FIELDS.length];
    private final FieldBits present = new FieldBits();

    /** Forgets every field. */
    public void clear() {
        present.clear();
    }

    /** @return the value, or null */
    public Object get(Field field) {
        return present.has(field) ? values[field.ordinal()] : null;
    }

    /**
     * @param value in the Java type of {@link Field#kind()}; null removes the field
     * @throws InvalidEventException if it is of another type
     */
    public void set(Field field, Object value) {
        if (value != null && !field.kind().accepts(value)) {
            throw new InvalidEventException(Rejection.Reason.WRONG_TYPE, field);
        }
        values[field.ordinal()] = value;
        if (value == null) {
            present.remove(field);
        } else {
            present.add(field);
        }
    }

    /**
     * The event; a type that is not known becomes {@link EventType#UNKNOWN} and keeps its word.
     *
     * @throws InvalidEventException if a field that every event needs is missing
     */
    public Event build() {
        String word = (String) required(Field.EVENT_TYPE);
        return build(EventType.named(word).orElse(EventType.UNKNOWN));
    }

    /** The event of a type already known; {@link Field#EVENT_TYPE} is only needed for {@link EventType#UNKNOWN}. */
    Event build(EventType type) {
        Field time = type == EventType.RECORDED ? Field.RECORDED_AT : Field.AT;
        Integer revision = (Integer) get(Field.REVISION);
        String tenantId = (String) get(Field.TENANT_ID);
        return new Event(
                type,
                (String) required(Field.EVENT_ID),
                revision == null ? 1 : revision,
                tenantId == null ? Event.DEFAULT_TENANT : tenantId,
                (String) get(Field.OFFICER_ID),
                (String) get(Field.CASE_ID),
                (String) get(Field.ALLEGATION_ID),
                (Instant) required(time),
                details(type, time));
    }

    private Details details(EventType type, Field time) {
        FieldBits kept = present.withoutHeader(type == EventType.UNKNOWN, time);
        Field[] fields = new Field[kept.size()];
        Object[] keptValues = new Object[fields.length];
        int next = 0;
        for (int i = kept.next(0); i >= 0; i = kept.next(i + 1)) {
            fields[next] = FIELDS[i];
            keptValues[next++] = values[i];
        }
        return Details.ofSorted(fields, keptValues);
    }

    private Object required(Field field) {
        Object value = get(field);
        if (value == null) {
            throw new InvalidEventException(Rejection.Reason.MISSING_FIELD, field);
        }
        return value;
    }
}
