package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/** Dense times: the same instants again and again, whole days, month ends, dates around 1970 and leap days. */
final class RandomTimes {
    private enum Grain {
        DAYS,
        MONTH_ENDS,
        HOURS,
        INSTANTS
    }

    private final Dice dice;
    private final LocalDate start;
    private final int days;
    private final Grain grain;

    RandomTimes(Dice dice) {
        this.dice = dice;
        this.start = LocalDate.parse(dice.of("1950-03-01", "1969-11-20", "2015-01-01", "2016-01-25", "2019-06-30"));
        this.days = dice.of(3, 20, 20, 60, 60, 60, 400, 1500);
        this.grain = dice.of(Grain.values());
    }

    Instant next() {
        LocalDate day = start.plusDays(dice.between(0, days));
        return switch (grain) {
            case DAYS -> midnight(day);
            case MONTH_ENDS -> midnight(dice.chance(60) ? monthEnd(day) : day);
            case HOURS ->
                midnight(day)
                        .plus(dice.of(
                                Duration.ZERO,
                                Duration.ofHours(5),
                                Duration.ofHours(23),
                                Duration.ofMillis(1),
                                Duration.ofDays(1).minusMillis(1)));
            case INSTANTS -> midnight(start.plusDays((long) dice.between(0, 4) * days / 4));
        };
    }

    /** Near the other: before, at or after it. */
    Instant near(Instant other) {
        return dice.chance(30) ? next() : other.plus(Duration.ofDays(dice.between(-3, 6)));
    }

    private LocalDate monthEnd(LocalDate day) {
        LocalDate last = day.with(TemporalAdjusters.lastDayOfMonth());
        return dice.chance(70) ? last : last.minusDays(dice.between(0, 3));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
