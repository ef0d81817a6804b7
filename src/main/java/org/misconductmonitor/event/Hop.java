package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Objects;

/**
 * How a fact came from another officer's record to this one.
 *
 * @param fromOfficerId under whom it was published
 * @param at business time of the fact that handed it over
 * @param eventId the fact that handed it over: a reassignment, or a link of an alias
 * @param before how it had come to the record it was handed over from, or null if it was published there
 */
public record Hop(String fromOfficerId, Instant at, String eventId, Hop before) {
    public Hop {
        Objects.requireNonNull(fromOfficerId, "fromOfficerId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(eventId, "eventId");
    }

    /** The whole way, as text: facts that came by different ways are told apart by it. */
    String way() {
        String last = fromOfficerId + '\n' + eventId;
        return before == null ? last : before.way() + '\n' + last;
    }

    public EventOrder order() {
        return new EventOrder(at, eventId);
    }

    /** Type only: the rest is personal data and must not reach a log. */
    @Override
    public String toString() {
        return "hop by " + eventId;
    }
}
