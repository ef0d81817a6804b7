package org.misconductmonitor.rule.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Lengths of time: windows and durations. */
final class Lengths {
    /** History is kept for 250 years; a longer window would promise more than there is. */
    private static final int LONGEST_YEARS = 250;

    private static final Instant PROBE = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern LOOSE =
            Pattern.compile("p?\\s*(\\d{1,6})\\s*(d|days?|w|weeks?|m|months?|y|years?|h|hours?)");

    private static final Pattern NOTHING = Pattern.compile("PT?0.");

    private Lengths() {}

    /** @return null after telling what is wrong and what was probably meant */
    static Window window(Node node, String what, Problems problems) {
        String text = Scalars.text(node, what, problems);
        if (text == null) {
            return null;
        }
        try {
            Window window = Window.parse(text);
            Instant earliest =
                    PROBE.atOffset(ZoneOffset.UTC).minusYears(LONGEST_YEARS).toInstant();
            if (!window.start(PROBE).isBefore(earliest)) {
                return window;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Longer than time itself: told below.
        } catch (IllegalArgumentException e) {
            problems.error(node, notALength(text, what));
            return null;
        }
        problems.error(node, what + " is longer than " + LONGEST_YEARS + " years");
        return null;
    }

    private static String notALength(String text, String what) {
        String meant = meant(text);
        if (meant != null && !NOTHING.matcher(meant).matches()) {
            return didYouMean(text, meant);
        }
        return "'" + Scalars.shortened(text) + "' is not a length of time for " + what
                + "; write days or hours as P365D or PT12H, calendar months or years as P12M or P10Y";
    }

    /** What was probably meant, such as P28D for "28 days"; null if nobody knows. */
    static String meant(String text) {
        Matcher loose = LOOSE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!loose.matches()) {
            return null;
        }
        String unit = loose.group(2).substring(0, 1).toUpperCase(Locale.ROOT);
        return (unit.equals("H") ? "PT" : "P") + Integer.parseInt(loose.group(1)) + unit;
    }

    static String didYouMean(String text, String meant) {
        return "'" + text + "' is not a length of time; did you mean '" + meant + "'?";
    }
}
