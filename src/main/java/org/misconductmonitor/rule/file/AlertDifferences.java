package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.misconductmonitor.rule.file.RuleTest.Expected;
import org.misconductmonitor.rule.file.RuleTests.Standing;

/** Expected and standing alerts held against each other, in words. */
final class AlertDifferences {
    private final List<Expected> expected;
    private final List<Standing> standing;
    private final List<String> differences = new ArrayList<>();

    private AlertDifferences(List<Expected> expected, List<Standing> standing) {
        this.expected = new ArrayList<>(expected);
        this.standing = new ArrayList<>(standing);
    }

    /** @return one sentence a difference; none if they are the same */
    static List<String> between(List<Expected> expected, List<Standing> standing) {
        AlertDifferences run = new AlertDifferences(expected, standing);
        run.pair((e, s) -> sameTime(e, s) && counts(e, s));
        run.pair(AlertDifferences::sameTime);
        run.pair(AlertDifferences::sameLevel);
        run.expected.forEach(e -> run.differences.add("missing: " + alert(e.level(), e.officerId(), e.firedAt())));
        run.standing.forEach(s -> run.differences.add("not expected: " + alert(s.level(), s.officerId(), s.firedAt())
                + ", count " + s.count() + ", evidence " + s.evidence()));
        return run.differences;
    }

    private static boolean sameLevel(Expected e, Standing s) {
        return e.level().equals(s.level()) && e.officerId().equals(s.officerId());
    }

    private static boolean sameTime(Expected e, Standing s) {
        return sameLevel(e, s) && e.firedAt().equals(s.firedAt());
    }

    private static boolean counts(Expected e, Standing s) {
        return (e.count() == null || e.count() == s.count())
                && (e.evidence() == null || e.evidence().equals(s.evidence()));
    }

    private void pair(BiPredicate<Expected, Standing> match) {
        for (Iterator<Expected> each = expected.iterator(); each.hasNext(); ) {
            Expected e = each.next();
            for (Standing s : standing) {
                if (match.test(e, s)) {
                    compare(e, s);
                    standing.remove(s);
                    each.remove();
                    break;
                }
            }
        }
    }

    private void compare(Expected e, Standing s) {
        List<String> parts = new ArrayList<>();
        if (!e.firedAt().equals(s.firedAt())) {
            parts.add("fired at " + time(s.firedAt()));
        }
        if (e.count() != null && e.count() != s.count()) {
            parts.add("count is " + s.count() + ", expected " + e.count());
        }
        if (e.evidence() != null && !e.evidence().equals(s.evidence())) {
            parts.add("evidence is " + s.evidence() + ", expected " + e.evidence());
        }
        if (!parts.isEmpty()) {
            differences.add(alert(e.level(), e.officerId(), e.firedAt()) + ": " + String.join("; ", parts));
        }
    }

    private static String alert(String level, String officerId, Instant at) {
        String who = officerId.equals(RuleTest.OFFICER) ? "" : " of " + officerId;
        return level + who + " at " + time(at);
    }

    /** Midnight is shown as the date alone, as it is mostly written. */
    private static String time(Instant at) {
        String text = at.toString();
        return text.endsWith("T00:00:00Z") ? text.substring(0, text.indexOf('T')) : text;
    }
}
