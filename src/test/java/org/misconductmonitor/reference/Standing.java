package org.misconductmonitor.reference;

import java.util.Collection;
import java.util.List;
import org.misconductmonitor.alert.Alert;

/** Alerts of the real monitor in the words of the reference. */
public final class Standing {
    private Standing() {}

    /** Leaves out alerts that do not stand. */
    public static List<StandingAlert> of(Collection<Alert> alerts) {
        return alerts.stream()
                .filter(Alert::stands)
                .map(alert -> new StandingAlert(
                        alert.rule().id(),
                        alert.subject().id(),
                        alert.level(),
                        alert.levelIndex(),
                        alert.firedAt(),
                        alert.count(),
                        alert.windowStart(),
                        alert.windowEnd(),
                        alert.evidence().stream()
                                .map(e -> new ReferenceEvidence(
                                        e.eventId(), e.allegationId(), e.caseId(), e.at(), e.outcome()))
                                .toList()))
                .toList();
    }
}
