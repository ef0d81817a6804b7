package org.misconductmonitor.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;

/** Says in one plain sentence who reached what, when and because of what. */
final class Explanation {
    private static final int NAMED = 8;

    private Explanation() {}

    static String of(Subject subject, Evaluator evaluator, Firing firing, List<Evidence> evidence) {
        return "%s %s reached %s of \"%s\" on %s: %s (%s)."
                .formatted(
                        subject.kind().word(),
                        subject.id(),
                        firing.level(),
                        evaluator.rule().title(),
                        day(firing.firedAt()),
                        evaluator.explain(firing),
                        because(evidence));
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
