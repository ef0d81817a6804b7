package org.misconductmonitor.reference;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;

/** Alerts of the real monitor in the words of the reference. */
public final class Standing {
    private Standing() {}

    /** Leaves out alerts that do not stand. */
    public static List<StandingAlert> of(Collection<Alert> alerts) {
        return words(alerts.stream().filter(Alert::stands));
    }

    /** Leaves out alerts that were taken back, but not those that have ended by themselves. */
    public static List<StandingAlert> ofEver(Collection<Alert> latest) {
        return words(latest.stream().filter(alert -> alert.transition() != Alert.Transition.WITHDRAWN));
    }

    private static List<StandingAlert> words(Stream<Alert> alerts) {
        return alerts.map(alert -> new StandingAlert(
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
                                .toList(),
                        alert.dueBy(),
                        alert.part(),
                        alert.endedAt()))
                .toList();
    }
}
