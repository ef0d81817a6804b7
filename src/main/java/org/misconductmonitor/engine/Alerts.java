package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.Peers;

/** Further revisions of an alert. */
final class Alerts {
    private Alerts() {}

    static Alert updated(Alert alert, String reason) {
        return alert.computed(alert.revision(), Alert.Transition.UPDATED, alert.asOf(), reason, null);
    }

    /** As a next revision unless the alert was just written. */
    static Alert resolved(Alert alert, int revision, Instant asOf, Ending ending) {
        return alert.computed(revision, Alert.Transition.RESOLVED, asOf, ending.reason(), ending.at());
    }

    static Alert withdrawn(Alert alert, Instant asOf, String reason) {
        return alert.computed(alert.revision() + 1, Alert.Transition.WITHDRAWN, asOf, reason, null);
    }

    /** What may still be said of an alert whose facts were erased: that it does not stand. */
    static Alert forgotten(Alert alert, int revision, Instant asOf) {
        return new Alert(
                alert.alertId(),
                revision,
                Alert.Transition.WITHDRAWN,
                alert.rule(),
                alert.level(),
                alert.levelIndex(),
                alert.tenantId(),
                alert.subject(),
                asOf,
                asOf,
                0,
                alert.threshold(),
                asOf,
                asOf,
                List.of(),
                "",
                alert.peers() == null ? null : new Peers("", 0, 0),
                null,
                alert.handling(),
                Reasons.ERASED,
                null,
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    /** Whether two revisions report the same; when and why they were made does not matter. */
    static boolean sayTheSame(Alert a, Alert b) {
        return a.rule().equals(b.rule())
                && a.level().equals(b.level())
                && a.levelIndex() == b.levelIndex()
                && a.threshold() == b.threshold()
                && a.count() == b.count()
                && a.firedAt().equals(b.firedAt())
                && a.windowStart().equals(b.windowStart())
                && a.windowEnd().equals(b.windowEnd())
                && a.evidence().equals(b.evidence())
                && a.handling() == b.handling()
                && Objects.equals(a.peers(), b.peers())
                && a.explanation().equals(b.explanation())
                && Objects.equals(a.dueBy(), b.dueBy())
                && Objects.equals(a.part(), b.part());
    }

    /** Whether the alert says that it ended in that way. */
    static boolean endedSo(Alert alert, Ending ending) {
        return alert.transition() == Alert.Transition.RESOLVED
                && ending.at().equals(alert.endedAt())
                && ending.reason().equals(alert.reason());
    }
}
