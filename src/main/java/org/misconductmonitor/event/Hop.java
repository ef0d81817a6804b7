package org.misconductmonitor.event;

import java.time.Instant;

/**
 * How a fact came from another officer's key to this one.
 *
 * @param fromOfficerId the key it was handed over from
 * @param at business time of the event that moved it
 * @param eventId the event that moved it
 */
public record Hop(String fromOfficerId, Instant at, String eventId) {
    public EventOrder order() {
        return new EventOrder(at, eventId);
    }
}
