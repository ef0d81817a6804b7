package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;

/** Alerts of one rule that were not taken back, found by the firing they were written from however many there are. */
final class ValidAlerts {
    private final Map<String, Alert> byId = new HashMap<>(4);
    /** Nearly always one of each identity. */
    private final Map<String, List<Alert>> byIdentity = new HashMap<>(4);

    /** In no order. */
    Collection<Alert> all() {
        return byId.values();
    }

    /** Those of that firing, in no order. */
    List<Alert> of(String identity) {
        return byIdentity.getOrDefault(identity, List.of());
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** Adds one whose earlier revision is not here any more. */
    void add(Alert alert, String identity) {
        byId.put(alert.alertId(), alert);
        byIdentity.computeIfAbsent(identity, i -> new ArrayList<>(1)).add(alert);
    }

    /** Nothing happens if it is not here. */
    void remove(Alert alert, String identity) {
        if (byId.remove(alert.alertId()) != null) {
            byIdentity.computeIfPresent(identity, (i, alerts) -> {
                alerts.removeIf(each -> each.alertId().equals(alert.alertId()));
                return alerts.isEmpty() ? null : alerts;
            });
        }
    }
}
