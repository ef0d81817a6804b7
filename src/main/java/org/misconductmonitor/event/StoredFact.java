package org.misconductmonitor.event;

import java.util.Objects;

/**
 * A fact as a state store keeps it.
 *
 * @param event as it was published
 * @param hop how it came from another officer's record, or null if it was published under this one
 */
public record StoredFact(Event event, Hop hop) {
    public StoredFact {
        Objects.requireNonNull(event, "event");
    }

    /** A fact published under the officer whose record holds it. */
    public static StoredFact of(Event event) {
        return new StoredFact(event, null);
    }
}
