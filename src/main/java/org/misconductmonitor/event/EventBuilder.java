package org.misconductmonitor.event;

import java.util.Map;

/** Puts an event together from its fields, wherever they come from. */
public final class EventBuilder {
    private EventBuilder() {}

    /**
     * @param fields values in the Java types of {@link Field#kind()}
     * @throws InvalidEventException if a required field is missing, or a value is not of its field's type
     */
    public static Event of(Map<Field, ?> fields) {
        EventDraft draft = new EventDraft();
        fields.forEach(draft::set);
        return draft.build();
    }
}
