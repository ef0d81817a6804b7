package org.misconductmonitor.backtest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.AlertOrder;

/** Gathers transitions, in order, into the alerts that were raised. */
final class Raisings {
    private final Map<String, Raising> byAlert = new HashMap<>();

    void take(List<Alert> transitions) {
        transitions.forEach(this::take);
    }

    private void take(Alert alert) {
        Raising known = byAlert.get(alert.alertId());
        boolean sameMoment = known == null || known.raisedAt().equals(alert.asOf());
        if (!sameMoment) {
            byAlert.put(alert.alertId(), new Raising(known.first(), alert));
        } else if (alert.transition() == Alert.Transition.WITHDRAWN) {
            byAlert.remove(alert.alertId());
        } else {
            byAlert.put(alert.alertId(), new Raising(alert, alert));
        }
    }

    List<Raising> inOrder() {
        return byAlert.values().stream()
                .sorted(Comparator.comparing(Raising::first, AlertOrder.PUBLISHED)
                        .thenComparing(raising -> raising.first().alertId()))
                .toList();
    }
}
