package org.misconductmonitor.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many days lay between an alert and what it gave notice of; negative where the alert came after.
 *
 * @param count number of alerts for which there was such a time
 * @param p10 the time that at most a tenth of them stayed below, by nearest rank; null if there was none
 * @param median likewise of half of them
 * @param p90 likewise of nine tenths
 */
public record Days(int count, Long p10, Long median, Long p90) {
    private static final long SECONDS = 86_400;

    /** Whole days, rounded down. */
    static long between(Instant raised, Instant then) {
        return Math.floorDiv(Duration.between(raised, then).getSeconds(), SECONDS);
    }

    static Days of(List<Long> days) {
        List<Long> sorted = days.stream().sorted().toList();
        return new Days(sorted.size(), rank(sorted, 10), rank(sorted, 50), rank(sorted, 90));
    }

    private static Long rank(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return null;
        }
        return sorted.get((int) Math.ceil(percent * sorted.size() / 100.0) - 1);
    }
}
