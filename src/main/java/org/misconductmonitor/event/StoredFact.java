package org.misconductmonitor.event;

/**
 * A fact in a subject's record.
 *
 * @param event the fact, as published
 * @param hop how it came here from another officer's key, or null if it was published under this one
 */
public record StoredFact(Event event, Hop hop) {
    public static StoredFact published(Event event) {
        return new StoredFact(event, null);
    }

    /** Identity in the record: one event may be here both as published and as handed back from another key. */
    public String key() {
        return hop == null ? event.eventId() : event.eventId() + '\n' + hop.eventId() + '\n' + hop.fromOfficerId();
    }

    public EventOrder order() {
        return EventOrder.of(event);
    }
}
