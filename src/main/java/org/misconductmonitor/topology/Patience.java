package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How long what falls due waits for what may follow, while facts keep coming: a minute, and an hour while most of them
 * tell of days gone by. Then a history is being published, and the end of every silence in it is still to come. Never
 * longer: a publisher who is always late makes deadlines late by that hour, and no more.
 */
final class Patience {
    static final Duration USUAL = Duration.ofMinutes(1);
    static final Duration WITH_A_HISTORY = Duration.ofHours(1);

    /** What is told later than that is no news. */
    private static final Duration NEWS = Duration.ofDays(1);

    private static final int REMEMBERED = 100;

    /** How much more there was of old than of news, in what is remembered; none of it counts for more than all. */
    private int balance = -REMEMBERED;

    /**
     * Takes note of what has come.
     *
     * @return how long to wait now
     */
    Duration with(Arrival arrival, Instant written) {
        if (arrival instanceof Arrival.Fact fact) {
            boolean old = fact.at().isBefore(written.minus(NEWS));
            balance = Math.max(-REMEMBERED, Math.min(REMEMBERED, balance + (old ? 1 : -1)));
        }
        return balance > 0 ? WITH_A_HISTORY : USUAL;
    }
}
