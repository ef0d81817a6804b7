package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;

/** The latest revision of every alert ever published from the facts of one subject or tenant. */
final class AlertBook {
    private static final Comparator<Alert> ORDER = AlertOrder.PUBLISHED.thenComparing(Alert::alertId);
    private static final Comparator<Alert> STANDING_FIRST =
            Comparator.comparing(Alert::stands).reversed().thenComparing(ORDER);

    private final Map<String, Alert> byId = new HashMap<>();
    /** Of each rule what stands or has ended by itself: all that was not taken back. */
    private final Map<String, ValidAlerts> valid = new TreeMap<>();

    private final Subject own;

    /** @param own whose facts the alerts are made of */
    AlertBook(Subject own, Collection<Alert> published) {
        this.own = own;
        published.forEach(this::put);
    }

    /** The latest revision of each, standing or not. */
    Collection<Alert> latest() {
        return byId.values();
    }

    /** @return the latest revision, standing or not, or null */
    Alert get(String alertId) {
        return byId.get(alertId);
    }

    /**
     * What of a rule was not taken back, in an order that does not depend on how the book came about: which of two
     * alerts goes on, and which is withdrawn first, must be the same after a restart.
     */
    List<Alert> valid(String ruleId) {
        List<Alert> ofRule = new ArrayList<>(ofRule(ruleId).all());
        ofRule.sort(ORDER);
        return ofRule;
    }

    /** @return the alert of that firing, if it was not taken back, or null */
    Alert valid(String ruleId, String identity) {
        return ofRule(ruleId).of(identity).stream().min(STANDING_FIRST).orElse(null);
    }

    private ValidAlerts ofRule(String ruleId) {
        ValidAlerts ofRule = valid.get(ruleId);
        return ofRule == null ? new ValidAlerts() : ofRule;
    }

    List<Alert> standing() {
        List<Alert> standing = new ArrayList<>();
        valid.values()
                .forEach(alerts -> alerts.all().stream().filter(Alert::stands).forEach(standing::add));
        return standing;
    }

    /** Rules of which an alert was not taken back, in order. */
    Collection<String> rules() {
        return List.copyOf(valid.keySet());
    }

    /** Whether an alert of that rule was not taken back that has the fact as evidence. */
    boolean hasEvidence(String ruleId, String eventId) {
        for (Alert alert : ofRule(ruleId).all()) {
            for (Evidence evidence : alert.evidence()) {
                if (evidence.eventId().equals(eventId)) {
                    return true;
                }
            }
        }
        return false;
    }

    void put(Alert alert) {
        Alert before = byId.put(alert.alertId(), alert);
        String ruleId = alert.rule().id();
        if (before != null) {
            valid.computeIfPresent(ruleId, (id, ofRule) -> {
                ofRule.remove(before, identity(before));
                return ofRule.isEmpty() ? null : ofRule;
            });
        }
        if (alert.transition() != Alert.Transition.WITHDRAWN) {
            valid.computeIfAbsent(ruleId, id -> new ValidAlerts()).add(alert, identity(alert));
        }
    }

    /**
     * Forgets what was taken back and rested on a fact that is not known any more. Of such an alert only its identity
     * stays: no other may go on with its revisions.
     *
     * @param known whether a fact with that eventId is
     * @param told revisions that are about to be published, in order
     * @return these, without any of a forgotten alert but the one that says so
     */
    List<Alert> forget(Predicate<String> known, List<Alert> told, Instant asOf) {
        Map<String, Alert> published = new HashMap<>();
        byId.values().stream()
                .filter(alert -> alert.transition() == Alert.Transition.WITHDRAWN)
                .filter(alert ->
                        alert.evidence().stream().map(Evidence::eventId).anyMatch(known.negate()))
                .forEach(alert -> published.put(alert.alertId(), alert));
        List<Alert> left = new ArrayList<>(told);
        left.removeIf(revision -> published.containsKey(revision.alertId()));
        Map<String, Integer> untold = new HashMap<>();
        told.forEach(revision -> untold.putIfAbsent(revision.alertId(), revision.revision()));
        published.values().stream()
                .sorted(Comparator.comparing(Alert::alertId))
                .map(gone -> Alerts.forgotten(gone, untold.getOrDefault(gone.alertId(), gone.revision() + 1), asOf))
                .forEach(gone -> {
                    byId.put(gone.alertId(), gone);
                    left.add(gone);
                });
        return left;
    }

    /** @param subject what a firing is about, or null: whose facts they are */
    boolean isAbout(Alert alert, Subject subject) {
        return alert.subject().equals(subject == null ? own : subject);
    }

    /** As that of the firing it was written from. */
    String identity(Alert alert) {
        Subject about = alert.subject().equals(own) ? null : alert.subject();
        return Firing.identity(alert.level(), alert.triggerEventId(), alert.part(), about);
    }
}
