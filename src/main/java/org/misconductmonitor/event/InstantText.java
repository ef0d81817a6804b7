package org.misconductmonitor.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants as text: ISO-8601 with a zone, or a bare date, which means midnight UTC; kept to the microsecond. */
public final class InstantText {
    /** What to write, for error messages. */
    public static final String HINT =
            "write 2024-05-01T09:00:00Z, 2024-05-01T09:00:00+01:00 or 2024-05-01 (midnight UTC)";

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_LENGTH = 19;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private InstantText() {}

    /** @return the instant, truncated to microseconds, or nothing if the text is not one */
    public static Optional<Instant> parse(String text) {
        return Optional.ofNullable(parse(text.toCharArray(), 0, text.length()));
    }

    /** The same without allocating for the common forms; null if the text is not an instant. */
    static Instant parse(char[] text, int from, int length) {
        if (length == DATE_LENGTH) {
            long day = day(text, from);
            return day == Long.MIN_VALUE ? null : Instant.ofEpochSecond(day * 86_400);
        }
        if (length > SECONDS_LENGTH && text[from + length - 1] == 'Z') {
            Instant instant = utc(text, from, length);
            if (instant != null) {
                return instant;
            }
        }
        return general(new String(text, from, length));
    }

    private static Instant general(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant utc(char[] text, int from, int length) {
        long day = day(text, from);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        boolean shaped = text[from + 10] == 'T' && text[from + 13] == ':' && text[from + 16] == ':';
        boolean ranged = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        int nanos = length == SECONDS_LENGTH + 1 ? 0 : nanos(text, from + SECONDS_LENGTH, length - SECONDS_LENGTH - 1);
        if (day == Long.MIN_VALUE || !shaped || !ranged || nanos < 0) {
            return null;
        }
        return Instant.ofEpochSecond(day * 86_400 + hour * 3600L + minute * 60L + second, nanos);
    }

    private static int nanos(char[] text, int from, int length) {
        int digits = length - 1;
        if (text[from] != '.' || digits < 1 || digits > 9) {
            return -1;
        }
        int nanos = number(text, from + 1, digits);
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return nanos < 0 ? -1 : nanos / 1000 * 1000;
    }

    private static long day(char[] text, int from) {
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        boolean shaped = text[from + 4] == '-' && text[from + 7] == '-';
        if (!shaped || year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return Long.MIN_VALUE;
        }
        int shifted = month > 2 ? year : year - 1;
        long era = Math.floorDiv(shifted, 400);
        long yearOfEra = shifted - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static int daysIn(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
