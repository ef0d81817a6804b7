package org.misconductmonitor.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time that runs from a fact to a deadline; negative ones lie before it. */
public sealed interface Delay {
    /** The deadline of the n-th time, from 1: n lengths after the start. */
    Instant after(Instant start, int times);

    /** Such as "28 days" or "5 working days", without a sign. */
    String inWords();

    default Instant after(Instant start) {
        return after(start, 1);
    }

    /**
     * As written in a rule file: {@code P28D} and {@code PT12H} are exact, {@code P12M} follows the calendar in UTC,
     * {@code 5 working days} leaves out weekends and bank holidays; {@code -P90D} is before.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Delay parse(String text, WorkingCalendar calendar) {
        Matcher working = WorkingDays.TEXT.matcher(text);
        if (working.matches()) {
            return new WorkingDays(Integer.parseInt(working.group(1)), calendar);
        }
        try {
            boolean exact = text.indexOf('T') >= 0 || text.indexOf('M') < 0 && text.indexOf('Y') < 0;
            if (!exact) {
                return new Calendar(Period.parse(text));
            }
            return new Exact(
                    text.endsWith("W") ? Duration.ofDays(Period.parse(text).getDays()) : Duration.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is not a length of time", e);
        }
    }

    /**
     * An exact length.
     *
     * @param length may be nothing or negative
     */
    record Exact(Duration length) implements Delay {
        @Override
        public Instant after(Instant start, int times) {
            return start.plus(length.multipliedBy(times));
        }

        @Override
        public String inWords() {
            return LengthText.of(length);
        }
    }

    /**
     * Calendar months or years in UTC; a day that a month lacks becomes its last day.
     *
     * @param length may be negative
     */
    record Calendar(Period length) implements Delay {
        @Override
        public Instant after(Instant start, int times) {
            return start.atOffset(ZoneOffset.UTC)
                    .plus(length.multipliedBy(times))
                    .toInstant();
        }

        @Override
        public String inWords() {
            return LengthText.of(length.isNegative() ? length.negated() : length);
        }
    }

    /**
     * Working days after the day of the start, in UTC; the last of them is over at its midnight.
     *
     * @param days at least 1
     * @param calendar what is no working day
     */
    record WorkingDays(int days, WorkingCalendar calendar) implements Delay {
        private static final Pattern TEXT = Pattern.compile("([1-9]\\d{0,2}) working days?");

        @Override
        public Instant after(Instant start, int times) {
            LocalDate first = start.atOffset(ZoneOffset.UTC).toLocalDate();
            return calendar.plus(first, days * times)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }

        @Override
        public String inWords() {
            return LengthText.counted(days, "working day");
        }
    }
}
