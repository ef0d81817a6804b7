package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;

/** The latest revision of every alert ever published about one subject. */
final class AlertBook {
    private static final Comparator<Alert> ORDER = AlertOrder.PUBLISHED.thenComparing(Alert::alertId);

    private final Map<String, Alert> byId = new HashMap<>();
    private final Map<String, List<Alert>> standingByRule = new HashMap<>();

    AlertBook(Collection<Alert> published) {
        published.forEach(this::put);
    }

    /** @return the latest revision, standing or not, or null */
    Alert get(String alertId) {
        return byId.get(alertId);
    }

    /**
     * Those of a rule, in an order that does not depend on how the book came about: which of two alerts goes on, and
     * which is withdrawn first, must be the same after a restart.
     */
    List<Alert> standing(String ruleId) {
        return standingByRule.getOrDefault(ruleId, List.of()).stream()
                .sorted(ORDER)
                .toList();
    }

    List<Alert> standing() {
        return standingByRule.values().stream().flatMap(List::stream).toList();
    }

    /** Rules of which an alert stands. */
    Collection<String> rules() {
        return standingByRule.keySet().stream().sorted().toList();
    }

    void put(Alert alert) {
        Alert earlier = byId.put(alert.alertId(), alert);
        String ruleId = alert.rule().id();
        if (earlier != null && earlier.stands()) {
            standingByRule.get(ruleId).remove(earlier);
        }
        if (alert.stands()) {
            standingByRule.computeIfAbsent(ruleId, id -> new ArrayList<>(2)).add(alert);
        } else if (standingByRule.getOrDefault(ruleId, List.of()).isEmpty()) {
            standingByRule.remove(ruleId);
        }
    }
}
