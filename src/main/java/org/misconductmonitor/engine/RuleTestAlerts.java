package org.misconductmonitor.engine;

import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.rule.file.RuleTests;

/** Alerts of the engine as the tests of rule files look at them; the rule room does not know alerts. */
public final class RuleTestAlerts {
    private RuleTestAlerts() {}

    /** @param alerts what the engine says; those that do not stand are left out */
    public static List<RuleTests.Standing> standing(List<Alert> alerts) {
        return alerts.stream()
                .filter(Alert::stands)
                .map(alert -> new RuleTests.Standing(
                        alert.level(),
                        alert.subject().id(),
                        alert.firedAt(),
                        alert.count(),
                        alert.evidence().stream().map(Evidence::eventId).toList()))
                .toList();
    }
}
