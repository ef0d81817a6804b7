package org.misconductmonitor.rule;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Lengths of time in words. */
public final class LengthText {
    private LengthText() {}

    /**
     * Such as "28 days" or "1 day 2 hours 30 minutes". Parts of a second are rounded up, so that "no longer than" stays
     * true; the sign is left out.
     */
    public static String of(Duration length) {
        Duration whole = length.abs();
        long seconds = whole.getSeconds() + (whole.getNano() > 0 ? 1 : 0);
        List<String> parts = new ArrayList<>(4);
        add(parts, seconds / 86_400, "day");
        add(parts, seconds / 3600 % 24, "hour");
        add(parts, seconds / 60 % 60, "minute");
        add(parts, seconds % 60, "second");
        return joined(parts);
    }

    /** Such as "1 year 6 months". */
    static String of(Period length) {
        List<String> parts = new ArrayList<>(3);
        add(parts, length.getYears(), "year");
        add(parts, length.getMonths(), "month");
        add(parts, length.getDays(), "day");
        return joined(parts);
    }

    /** Such as "3 days" or "1 day". */
    static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(counted(count, unit));
        }
    }

    private static String joined(List<String> parts) {
        return parts.isEmpty() ? counted(0, "day") : String.join(" ", parts);
    }
}
