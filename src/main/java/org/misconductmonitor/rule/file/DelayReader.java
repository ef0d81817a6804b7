package org.misconductmonitor.rule.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.misconductmonitor.rule.Delay;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads lengths of time until a deadline, and writes them back for versions. */
final class DelayReader {
    private static final Instant PROBE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Pattern LOOSE =
            Pattern.compile("p?\\s*(\\d{1,4})\\s*(d|days?|w|weeks?|m|months?|y|years?|h|hours?)");

    private DelayReader() {}

    /** Any length up to a hundred years, nothing and negative ones among them; null after telling what is wrong. */
    static Delay read(Node node, String what, Problems problems) {
        String text = Scalars.text(node, what, problems);
        if (text == null) {
            return null;
        }
        try {
            Delay delay = Delay.parse(text, BankHolidays.calendar());
            Instant end = delay.after(PROBE);
            if (!end.isAfter(LATEST) && !end.isBefore(EARLIEST)) {
                return delay;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Longer than time itself: told below.
        } catch (IllegalArgumentException e) {
            problems.error(node, notALength(text, what));
            return null;
        }
        problems.error(node, what + " is longer than a hundred years");
        return null;
    }

    /** As {@link #read}, but longer than nothing. */
    static Delay positive(Node node, String what, Problems problems) {
        Delay delay = read(node, what, problems);
        if (delay != null && !delay.after(PROBE).isAfter(PROBE)) {
            problems.error(node, what + " must be longer than nothing");
            return null;
        }
        return delay;
    }

    private static String notALength(String text, String what) {
        Matcher loose = LOOSE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (loose.matches()) {
            String unit = loose.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
            return "'" + text + "' is not a length of time; did you mean '" + (unit.equals("H") ? "PT" : "P")
                    + Integer.parseInt(loose.group(1)) + unit + "'?";
        }
        return "'" + Scalars.shortened(text) + "' is not a length of time for " + what
                + "; write P28D or PT12H, P12M or P1Y, '5 working days', or with a sign -P90D for before";
    }

    static String canonical(Delay delay) {
        if (delay instanceof Delay.WorkingDays working) {
            String holidays = working.calendar().holidays().stream()
                    .sorted()
                    .map(Object::toString)
                    .reduce("", String::concat);
            return working.inWords() + " without " + Integer.toHexString(holidays.hashCode());
        }
        return delay instanceof Delay.Calendar calendar
                ? calendar.length().normalized().toString()
                : ((Delay.Exact) delay).length().toString();
    }
}
