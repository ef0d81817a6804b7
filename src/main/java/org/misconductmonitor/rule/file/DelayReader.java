package org.misconductmonitor.rule.file;

import java.time.DateTimeException;
import java.time.Instant;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.WorkingCalendar;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads lengths of time until a deadline, and writes them back for versions. */
final class DelayReader {
    private static final Instant PROBE = Instant.parse("2100-01-04T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-04T00:00:00Z");
    private static final Instant EARLIEST = Instant.parse("2000-01-04T00:00:00Z");

    private DelayReader() {}

    /** Any length up to a hundred years, nothing and negative ones among them; null after telling what is wrong. */
    static Delay read(Node node, String what, Problems problems) {
        String text = Scalars.text(node, what, problems);
        if (text == null) {
            return null;
        }
        try {
            Delay delay = Delay.parse(text, problems.calendar());
            Instant end = probe(delay);
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
        if (delay != null && !probe(delay).isAfter(PROBE)) {
            problems.error(node, what + " must be longer than nothing");
            return null;
        }
        return delay;
    }

    /**
     * When a delay from a certain Monday ends, to compare delays by. Bank holidays are worked on: whether a file is right
     * must not depend on the calendar, or a rule that one calendar accepts would be refused with the next.
     */
    static Instant probe(Delay delay) {
        Delay plain = delay instanceof Delay.WorkingDays working
                ? new Delay.WorkingDays(working.days(), WorkingCalendar.WEEKDAYS)
                : delay;
        return plain.after(PROBE);
    }

    private static String notALength(String text, String what) {
        String meant = Lengths.meant(text);
        if (meant != null) {
            return Lengths.didYouMean(text, meant);
        }
        return "'" + Scalars.shortened(text) + "' is not a length of time for " + what
                + "; write P28D or PT12H, P12M or P1Y, '5 working days', or with a sign -P90D for before";
    }

    /** Without the calendar: see {@link RuleVersions}. */
    static String canonical(Delay delay) {
        if (delay instanceof Delay.WorkingDays working) {
            return working.inWords();
        }
        return delay instanceof Delay.Calendar calendar
                ? calendar.length().normalized().toString()
                : ((Delay.Exact) delay).length().toString();
    }
}
