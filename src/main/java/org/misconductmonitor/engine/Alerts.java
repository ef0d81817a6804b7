package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Peers;

/** Further revisions of an alert. */
final class Alerts {
    private Alerts() {}

    static Alert updated(Alert alert, String reason) {
        return revised(alert, alert.revision(), Alert.Transition.UPDATED, alert.asOf(), reason, null);
    }

    /** As a next revision unless the alert was just written. */
    static Alert resolved(Alert alert, int revision, Instant asOf, Ending ending) {
        return revised(alert, revision, Alert.Transition.RESOLVED, asOf, ending.reason(), ending.at());
    }

    static Alert withdrawn(Alert alert, Instant asOf, String reason) {
        return revised(alert, alert.revision() + 1, Alert.Transition.WITHDRAWN, asOf, reason, null);
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
                null);
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

    private static Alert revised(
            Alert a, int revision, Alert.Transition transition, Instant asOf, String reason, Instant endedAt) {
        return new Alert(
                a.alertId(),
                revision,
                transition,
                a.rule(),
                a.level(),
                a.levelIndex(),
                a.tenantId(),
                a.subject(),
                a.firedAt(),
                asOf,
                a.count(),
                a.threshold(),
                a.windowStart(),
                a.windowEnd(),
                a.evidence(),
                a.explanation(),
                a.peers(),
                a.dueBy(),
                a.handling(),
                reason,
                a.part(),
                endedAt);
    }
}
