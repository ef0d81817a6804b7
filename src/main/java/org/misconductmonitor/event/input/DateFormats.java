package org.misconductmonitor.event.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.event.InstantText;

/**
 * How a table writes its dates.
 *
 * @param patterns tried one after the other; none means ISO-8601
 * @param zone of patterns that have none, or null
 */
record DateFormats(List<DateTimeFormatter> patterns, ZoneId zone) {
    static final DateFormats ISO = new DateFormats(List.of(), null);

    /**
     * Strict: 31 February is refused and not made the 28th. For that the year has to be "u", which nobody knows, so "y"
     * is taken for it.
     *
     * @throws IllegalArgumentException if it is no pattern
     */
    static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(withYears(pattern), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static String withYears(String pattern) {
        StringBuilder changed = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            changed.append(c == 'y' && !quoted ? 'u' : c);
        }
        return changed.toString();
    }

    /** Whether dates of that pattern say which zone they are in. */
    static boolean hasZone(String pattern) {
        return pattern.replaceAll("'[^']*'", "").chars().anyMatch(c -> "XxZzVO".indexOf(c) >= 0);
    }

    /** @return the instant, or null if no pattern fits */
    Instant parse(String text) {
        if (patterns.isEmpty()) {
            return InstantText.parse(text).orElse(null);
        }
        for (DateTimeFormatter pattern : patterns) {
            try {
                TemporalAccessor date =
                        pattern.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
                Instant instant = instant(date);
                return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException e) {
                continue;
            }
        }
        return null;
    }

    private Instant instant(TemporalAccessor date) {
        if (date instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        }
        if (zone == null) {
            return null;
        }
        return date instanceof LocalDateTime time
                ? time.atZone(zone).toInstant()
                : ((LocalDate) date).atStartOfDay(zone).toInstant();
    }
}
