package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Alerts about units are reviewed under the tenant whose task computes them. */
class TenantReviewsTest {
    private static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rule.yaml", """
                    id: cluster
                    title: Officers of one unit
                    kind: cluster
                    by: unit
                    count: officers
                    window: P12M
                    levels: [{ level: AMBER, at: 2 }, { level: RED, at: 3 }]
                    """))).rules();

    @TempDir
    private Path stateDir;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(RULES, stateDir, new InMemorySerdes(), 1);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void shouldReviewAlertsAboutUnitsUnderTheirTenant() {
        recorded(1, "u1");
        recorded(2, "u1");
        Alert alert = settled().get(0);
        assertThat(alert.home()).isEqualTo(Subject.ofTenant("T"));

        topology.publish(acknowledge(alert, null));
        topology.publish(acknowledge(alert, "u1"));

        assertThat(topology.newOutcomes())
                .extracting(outcome -> outcome.result() + " " + outcome.state())
                .containsExactly("APPLIED ACKNOWLEDGED", "REFUSED null");
        assertThat(topology.newAlerts())
                .extracting(after -> after.revision() + " " + after.life().state())
                .containsExactly("2 " + LifeState.ACKNOWLEDGED);
    }

    @Test
    void shouldMuteOnlyAlertsAboutTheSameUnit() {
        recorded(1, "u1");
        recorded(2, "u1");
        recorded(3, "u1");
        recorded(4, "u2");
        recorded(5, "u2");

        assertThat(settled())
                .extracting(alert -> alert.subject().id() + " " + alert.level() + " "
                        + alert.life().mutedBy())
                .containsExactlyInAnyOrder("u1 AMBER RED", "u1 RED null", "u2 AMBER null");
    }

    private void recorded(int number, String unit) {
        topology.publish(EventJson.read(("{\"eventType\":\"RECORDED\",\"eventId\":\"E%d\",\"tenantId\":\"T\","
                        + "\"caseId\":\"C%d\",\"allegationId\":\"A%d\",\"officerId\":\"O%d\",\"unit\":\"%s\","
                        + "\"category\":\"HARASSMENT\",\"recordedAt\":\"2025-12-0%dT09:00:00Z\"}")
                .formatted(number, number, number, number, unit, number)));
    }

    private List<Alert> settled() {
        List<Alert> found = new ArrayList<>();
        for (int tick = 0; tick < 20; tick++) {
            topology.advance(Duration.ofSeconds(1));
            found.addAll(topology.newAlerts());
        }
        return found;
    }

    private ReviewAction acknowledge(Alert alert, String officerId) {
        return Reviewing.acknowledgement(alert, officerId, topology.now());
    }
}
