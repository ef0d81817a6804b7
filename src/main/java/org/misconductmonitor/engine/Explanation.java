package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;

/** Says in one plain sentence who reached what, when and because of what. */
final class Explanation {
    private static final int NAMED = 8;

    private Explanation() {}

    static String of(Subject subject, Evaluator evaluator, Firing firing, List<Evidence> evidence) {
        return subject.kind().word() + " " + subject.id() + " reached " + firing.level() + " of \""
                + evaluator.rule().title() + "\" on " + day(firing.firedAt()) + ": " + evaluator.explain(firing) + " ("
                + because(evidence) + ").";
    }

    private static String because(List<Evidence> evidence) {
        int rest = Math.max(0, evidence.size() - NAMED);
        StringBuilder named = new StringBuilder();
        for (Evidence each : evidence.subList(rest, evidence.size())) {
            named.append(named.isEmpty() ? "" : "; ").append(one(each));
        }
        return rest > 0 ? named + "; and " + rest + " earlier" : named.toString();
    }

    private static String one(Evidence evidence) {
        String what = evidence.group() == null ? evidence.category() : evidence.group();
        String which = evidence.allegationId() == null ? evidence.eventId() : evidence.allegationId();
        return day(evidence.at()) + " " + (what == null ? "" : what + " ") + which
                + (evidence.outcome() == null ? "" : ", " + evidence.outcome());
    }

    /** The date in UTC. */
    static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
