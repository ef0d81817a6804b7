package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** Says in one plain sentence who reached what, when and because of what. */
final class Explanation {
    private static final int NAMED = 8;

    private Explanation() {}

    static String of(Subject subject, Rule rule, Firing firing, List<Evidence> evidence) {
        Threshold threshold = (Threshold) rule.condition();
        String counted = firing.count() == 1
                ? threshold.count().singular()
                : threshold.count().word();
        return (subject.kind() == Subject.Kind.OFFICER ? "Officer " : "Tenant ") + subject.id()
                + " reached " + firing.level()
                + " of \"" + rule.title() + "\" on " + day(firing.firedAt())
                + ": " + firing.count() + " " + counted
                + " within " + threshold.window().inWords()
                + ", the level asks for " + firing.threshold()
                + " (" + because(evidence) + ").";
    }

    private static String because(List<Evidence> evidence) {
        String named = evidence.stream()
                .skip(Math.max(0, evidence.size() - NAMED))
                .map(Explanation::one)
                .collect(Collectors.joining("; "));
        int rest = evidence.size() - NAMED;
        return rest > 0 ? named + "; and " + rest + " earlier" : named;
    }

    private static String one(Evidence evidence) {
        String what = evidence.group() == null ? evidence.category() : evidence.group();
        String which = evidence.allegationId() == null ? evidence.eventId() : evidence.allegationId();
        return day(evidence.at()) + " " + (what == null ? "" : what + " ") + which
                + (evidence.outcome() == null ? "" : ", " + evidence.outcome());
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
