package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;

/** The latest revision of every alert ever published about one subject. */
final class AlertBook {
    private final Map<String, Alert> byId = new HashMap<>();
    /** Of each rule by identity what stands or has ended by itself: all that was not taken back. */
    private final Map<String, Map<String, Alert>> valid = new HashMap<>();

    AlertBook(Collection<Alert> published) {
        published.forEach(this::put);
    }

    /** @return the latest revision, standing or not, or null */
    Alert get(String alertId) {
        return byId.get(alertId);
    }

    /** What of a rule was not taken back. */
    List<Alert> valid(String ruleId) {
        return List.copyOf(valid.getOrDefault(ruleId, Map.of()).values());
    }

    /** @return the alert of that firing, if it was not taken back, or null */
    Alert valid(String ruleId, String identity) {
        return valid.getOrDefault(ruleId, Map.of()).get(identity);
    }

    List<Alert> standing() {
        List<Alert> standing = new ArrayList<>();
        valid.values()
                .forEach(
                        alerts -> alerts.values().stream().filter(Alert::stands).forEach(standing::add));
        return standing;
    }

    /** Rules of which an alert was not taken back. */
    Collection<String> rules() {
        return List.copyOf(valid.keySet());
    }

    void put(Alert alert) {
        Alert earlier = byId.put(alert.alertId(), alert);
        String ruleId = alert.rule().id();
        Map<String, Alert> ofRule = valid.computeIfAbsent(ruleId, id -> new LinkedHashMap<>(4));
        if (earlier != null) {
            ofRule.remove(identity(earlier), earlier);
        }
        if (alert.transition() != Alert.Transition.WITHDRAWN) {
            ofRule.put(identity(alert), alert);
        }
        if (ofRule.isEmpty()) {
            valid.remove(ruleId);
        }
    }

    /** As that of the firing it was written from. */
    static String identity(Alert alert) {
        return Firing.identity(alert.level(), alert.triggerEventId(), alert.part());
    }
}
