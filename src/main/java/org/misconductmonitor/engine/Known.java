package org.misconductmonitor.engine;

import java.time.Instant;
import org.misconductmonitor.event.Subject;

/**
 * One fact that counts, as it was seen for a while.
 *
 * @param subject in whose record it rests
 * @param fact what it says, with what the facts known then say of it
 * @param from the time from which that was known, inclusive
 * @param until the time from which something else was known, exclusive; null: it still stands
 */
public record Known(Subject subject, Observation fact, Instant from, Instant until) {
    /** Whether it was known at that time. */
    public boolean at(Instant asOf) {
        return !from.isAfter(asOf) && (until == null || until.isAfter(asOf));
    }
}
