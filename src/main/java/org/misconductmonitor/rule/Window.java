package org.misconductmonitor.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;

/** How far back a rule looks: the window at t is {@code (start(t), t]}. */
public sealed interface Window {
    /** Start of the window that ends at t, exclusive. */
    Instant start(Instant t);

    /** Earliest start of any window that ends at t or later: with calendar windows later windows may start earlier. */
    Instant earliestStartFrom(Instant t);

    /** Such as "365 days" or "12 months". */
    String inWords();

    /** The same where "the" or "each" goes before it: "28 days", but "year". */
    default String inWordsAfterThe() {
        return inWords().replaceFirst("^1 (?=[a-z]+$)", "");
    }

    /** As written in a rule file: {@code P365D} is exact, {@code P12M} and {@code P1Y} follow the calendar in UTC. */
    static Window parse(String text) {
        try {
            return exact(text) ? new Exact(Duration.parse(daysOf(text)), text) : new Calendar(Period.parse(text), text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a window: write days or hours as P365D or PT12H, calendar months or years as"
                            + " P12M or P10Y");
        }
    }

    private static boolean exact(String text) {
        return text.indexOf('T') >= 0 || !(text.indexOf('M') >= 0 || text.indexOf('Y') >= 0);
    }

    private static String daysOf(String text) {
        return text.endsWith("W") ? "P" + Period.parse(text).getDays() + "D" : text;
    }

    /**
     * An exact length of time.
     *
     * @param length positive
     * @param text as the rule file has it
     */
    record Exact(Duration length, String text) implements Window {
        public Exact {
            requirePositive(!length.isZero() && !length.isNegative(), text);
        }

        @Override
        public Instant start(Instant t) {
            return t.minus(length);
        }

        @Override
        public Instant earliestStartFrom(Instant t) {
            return start(t);
        }

        @Override
        public String inWords() {
            return LengthText.of(length);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Calendar months or years in UTC; a day that the earlier month lacks becomes its last day.
     *
     * @param length positive
     * @param text as the rule file has it
     */
    record Calendar(Period length, String text) implements Window {
        private static final long DAY = 86_400;

        /** From the 28th to the 31st, days that fall together on a shorter month's last one. */
        private static final Duration CLAMP = Duration.ofDays(4);

        public Calendar {
            requirePositive(!length.isZero() && !length.isNegative(), text);
        }

        @Override
        public Instant start(Instant t) {
            long second = t.getEpochSecond();
            LocalDate start = LocalDate.ofEpochDay(Math.floorDiv(second, DAY)).minus(length);
            return Instant.ofEpochSecond(start.toEpochDay() * DAY + Math.floorMod(second, DAY), t.getNano());
        }

        @Override
        public Instant earliestStartFrom(Instant t) {
            return start(t).minus(CLAMP);
        }

        @Override
        public String inWords() {
            return LengthText.of(length);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static void requirePositive(boolean positive, String text) {
        if (!positive) {
            throw new IllegalArgumentException("the window '" + text + "' is not longer than nothing");
        }
    }
}
