package org.misconductmonitor.engine;

import java.time.Instant;

/**
 * The situation that a firing reported has ended by itself.
 *
 * @param identity of the firing
 * @param at business time of the end
 * @param reason in words
 */
public record Ending(String identity, Instant at, String reason) {
    /** Ended by a fact. */
    static Ending by(Observation fact, String identity, Instant at) {
        return new Ending(identity, at, fact.type() + " (event " + fact.eventId() + ")");
    }
}
