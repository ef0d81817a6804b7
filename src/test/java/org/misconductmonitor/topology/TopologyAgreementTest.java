package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.reference.AgreementContract;
import org.misconductmonitor.reference.Monitor;
import org.misconductmonitor.reference.MonitorFactory;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.RuleSet;

/**
 * The whole topology is held against the reference: what a reader of the alerts topic believes after every event. It
 * remembers almost nothing in memory, so that records are built from the stores again and again.
 */
class TopologyAgreementTest extends AgreementContract {
    private static final int CACHED_FACTS = 10;

    @Override
    protected MonitorFactory monitor() {
        return new MonitorFactory() {
            @Override
            public Monitor start(RuleSet rules) {
                return new TopologyMonitor(rules);
            }

            @Override
            public RuleSet admit(RuleSet rules) {
                return new RuleSet(rules.rules().stream()
                        .filter(rule -> !(rule.condition() instanceof PopulationCondition))
                        .toList());
            }

            @Override
            public Optional<Event> admit(Event event) {
                return DrivenTopology.publishable(event).filter(fit -> EventCheck.check(fit, DrivenTopology.START)
                        .isEmpty());
            }
        };
    }

    @Override
    protected int seeds() {
        return 40;
    }

    private static final class TopologyMonitor implements Monitor {
        private final Path stateDir = directory();
        private final Map<String, Alert> standing = new LinkedHashMap<>();
        private final DrivenTopology topology;

        TopologyMonitor(RuleSet rules) {
            this.topology = new DrivenTopology(rules, stateDir, new InMemorySerdes(), CACHED_FACTS);
        }

        @Override
        public void accept(Event event) {
            topology.publish(event);
            for (Alert alert : topology.newAlerts()) {
                Alert before = standing.put(alert.alertId(), alert);
                if (alert.revision() != (before == null ? 1 : before.revision() + 1)) {
                    throw new AssertionError("revision " + alert.revision() + " follows "
                            + (before == null ? "nothing" : before.revision()));
                }
            }
        }

        @Override
        public List<StandingAlert> standing() {
            return Standing.of(standing.values());
        }

        @Override
        public void close() {
            topology.close();
            try {
                Utils.delete(stateDir.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path directory() {
            try {
                return Files.createTempDirectory(Path.of("target"), "topology-agreement");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
