package org.misconductmonitor.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares once a day, at the midnight (UTC) that ends a day on which there is something to compare. The facts of the
 * next day, those at that very midnight among them, come after it.
 */
abstract class DayFold implements Fold {
    static final Duration DAY = Duration.ofDays(1);

    private Instant midnight;

    @Override
    public final void next(Observation fact, Told told) {
        Instant at = at(fact);
        advance(at, told);
        if (take(fact, at)) {
            midnight = endOfDay(at);
        }
    }

    @Override
    public final Instant nextDue() {
        return midnight;
    }

    @Override
    public final void advance(Instant now, Told told) {
        if (midnight != null && !midnight.isAfter(now)) {
            Instant ended = midnight;
            midnight = null;
            compare(ended, told);
        }
    }

    static Instant endOfDay(Instant at) {
        long seconds = DAY.getSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds)
                .plus(DAY);
    }

    /** The time of the fact in the basis of the rule. */
    abstract Instant at(Observation fact);

    /** @return whether there is something to compare at the end of its day */
    abstract boolean take(Observation fact, Instant at);

    /** Compares for those of whom there was a fact on the day that ends at midnight. */
    abstract void compare(Instant midnight, Told told);
}
