package org.misconductmonitor.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The columns of a table: calendar periods in UTC. */
public enum Period {
    /** No columns: everything at once. */
    NONE,
    /** From Monday to Sunday, numbered as ISO 8601 has it: 2023-W13. */
    WEEK,
    /** 2023-04. */
    MONTH,
    /** 2023-Q2. */
    QUARTER,
    /** 2023. */
    YEAR;

    /** Names the period that holds the time, such as 2023-Q2. */
    public String of(Instant time) {
        return label(start(time));
    }

    /** The first day of the period that holds the time. */
    LocalDate start(Instant time) {
        LocalDate day = time.atZone(ZoneOffset.UTC).toLocalDate();
        return switch (this) {
            case NONE -> LocalDate.EPOCH;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the next period. */
    LocalDate next(LocalDate start) {
        return switch (this) {
            case NONE -> LocalDate.MAX;
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** How many periods lie between two starts, the first included. */
    long count(LocalDate first, LocalDate end) {
        return switch (this) {
            case NONE -> 1;
            case WEEK -> ChronoUnit.WEEKS.between(first, end);
            case MONTH -> ChronoUnit.MONTHS.between(first, end);
            case QUARTER -> ChronoUnit.MONTHS.between(first, end) / 3;
            case YEAR -> ChronoUnit.YEARS.between(first, end);
        };
    }

    String label(LocalDate start) {
        return switch (this) {
            case NONE -> "";
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%d-%02d", start.getYear(), start.getMonthValue());
            case QUARTER -> String.format(Locale.ROOT, "%d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
