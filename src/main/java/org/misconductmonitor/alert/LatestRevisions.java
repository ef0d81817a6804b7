package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The latest revision of each of several alerts, and which of them falls due first. */
final class LatestRevisions {
    private static final Comparator<Alert> DUE_FIRST =
            Comparator.comparing((Alert alert) -> alert.life().due()).thenComparing(Alert::alertId);

    private final Map<String, Alert> alerts = new TreeMap<>();
    /** Nothing falls due before; null: nothing does. Spares most facts a look at all alerts. */
    private Instant earliestDue;

    /** All as they are now, in order of their ids. */
    Collection<Alert> all() {
        return List.copyOf(alerts.values());
    }

    /** @return null if there is none of that id */
    Alert get(String alertId) {
        return alerts.get(alertId);
    }

    void keep(Alert alert) {
        alerts.put(alert.alertId(), alert);
        Instant due = alert.life().due();
        if (due != null && (earliestDue == null || due.isBefore(earliestDue))) {
            earliestDue = due;
        }
    }

    void dropForgotten() {
        alerts.values().removeIf(Alert::isForgotten);
    }

    /** The first that falls due by then, or null. */
    Alert due(Instant now) {
        if (earliestDue == null || earliestDue.isAfter(now)) {
            return null;
        }
        Alert first = alerts.values().stream()
                .filter(alert -> alert.life().due() != null)
                .min(DUE_FIRST)
                .orElse(null);
        earliestDue = first == null ? null : first.life().due();
        return earliestDue == null || earliestDue.isAfter(now) ? null : first;
    }
}
