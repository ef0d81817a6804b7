package org.misconductmonitor.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long an officer was in sight.
 *
 * @param first time of the first fact
 * @param left times at which the officer left, in order
 * @param end of the history
 */
record Career(Instant first, List<Instant> left, Instant end) {
    private static final double SECONDS_OF_YEAR = 365.25 * 86_400;

    /**
     * From the first fact to the last time of leaving, else to the end of the history.
     *
     * @param from what lies before does not count; null: all counts
     * @param to what lies after does not count; null: all counts
     */
    double years(Instant from, Instant to) {
        Instant last = left.isEmpty() ? end : left.get(left.size() - 1);
        Instant begin = from == null || from.isBefore(first) ? first : from;
        Instant until = to == null || to.isAfter(last) ? last : to;
        return Math.max(0, Duration.between(begin, until).toSeconds() / SECONDS_OF_YEAR);
    }

    /** @return the next time of leaving, else the last one before, else null */
    Instant leftAround(Instant at) {
        Instant around = null;
        for (Instant leaving : left) {
            around = leaving;
            if (!leaving.isBefore(at)) {
                break;
            }
        }
        return around;
    }
}
