package org.misconductmonitor.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Facts and reviewers' actions for a topology with one rule of two levels. */
final class Reviewing {
    static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rule.yaml", """
                    id: allegations
                    title: Allegations in a year
                    kind: threshold
                    count: allegations
                    window: P365D
                    levels: [{ level: AMBER, at: 1 }, { level: RED, at: 3 }]
                    """))).rules();

    private int actions;
    private final DrivenTopology topology;
    private final Map<String, Alert> latest = new HashMap<>();

    Reviewing(Path stateDir, Instant start) {
        this(stateDir, start, 1);
    }

    Reviewing(Path stateDir, Instant start, int cachedFacts) {
        this.topology = new DrivenTopology(RULES, stateDir, new InMemorySerdes(), cachedFacts, 1, start);
    }

    DrivenTopology topology() {
        return topology;
    }

    void recorded(String officer, int number, String date) {
        topology.publish(EventJson.read(recordedJson(officer, number, date)));
    }

    static String recordedJson(String officer, int number, String date) {
        return ("{\"eventType\":\"RECORDED\",\"eventId\":\"E%d\",\"tenantId\":\"T\",\"caseId\":\"C%d\","
                        + "\"allegationId\":\"A%d\",\"officerId\":\"%s\",\"category\":\"HARASSMENT\",\"recordedAt\":\"%sT09:00:00Z\"}")
                .formatted(number, number, number, officer, date);
    }

    void withdrawn(String officer, int number, String date) {
        topology.publish(EventJson.read(
                ("{\"eventType\":\"WITHDRAWN\",\"eventId\":\"W%d\",\"tenantId\":\"T\",\"caseId\":\"C%d\","
                                + "\"allegationId\":\"A%d\",\"officerId\":\"%s\",\"at\":\"%sT09:00:00Z\"}")
                        .formatted(number, number, number, officer, date)));
    }

    /** Lets time pass in silence: at the first look the topology may still be reading. */
    void advance(Duration time) {
        topology.advance(Duration.ofMillis(200));
        topology.advance(time.minusMillis(200));
    }

    /** What readers see since the last call. */
    List<Alert> read() {
        List<Alert> alerts = topology.newAlerts();
        for (Alert alert : alerts) {
            Alert before = latest.put(alert.alertId(), alert);
            int expected = before == null ? 1 : before.revision() + 1;
            if (alert.revision() != expected) {
                throw new AssertionError("revision " + alert.revision() + " instead of " + expected);
            }
        }
        return alerts;
    }

    Map<String, Alert> latest() {
        read();
        return latest;
    }

    Alert only() {
        read();
        if (latest.size() != 1) {
            throw new AssertionError(latest.size() + " alerts");
        }
        return latest.values().iterator().next();
    }

    /** @param officerId about whom the alert is, as the reviewer has it; null if about a tenant */
    static ReviewAction acknowledgement(Alert alert, String officerId, Instant at) {
        return new ReviewAction(
                "action of " + officerId,
                alert.alertId(),
                alert.revision(),
                officerId,
                "T",
                ReviewAction.Kind.ACKNOWLEDGE,
                null,
                null,
                null,
                null,
                null,
                null,
                "R1",
                at);
    }

    ReviewAction action(Alert alert, int revision, ReviewAction.Kind kind) {
        actions++;
        return new ReviewAction(
                "action" + actions,
                alert.alertId(),
                revision,
                alert.subject().id(),
                "T",
                kind,
                LifeState.FALSE_POSITIVE,
                "because",
                "words",
                "statement",
                "R2",
                topology.now().plusSeconds(86_400),
                "R1",
                topology.now());
    }

    /** Sends it and tells what became of it. */
    String act(ReviewAction action) {
        topology.publish(action);
        return outcomes().get(0);
    }

    List<String> outcomes() {
        return topology.newOutcomes().stream()
                .map(outcome -> outcome.result()
                        + (outcome.refusal() == null
                                ? ""
                                : " " + outcome.refusal().reason()))
                .toList();
    }
}
