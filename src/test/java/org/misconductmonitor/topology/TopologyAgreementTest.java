package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.AgreementContract;
import org.misconductmonitor.reference.Monitor;
import org.misconductmonitor.reference.MonitorFactory;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.RuleSet;

/**
 * The whole topology is held against the reference: what a reader of the alerts topic believes after every event. It
 * remembers almost nothing in memory, so that records are built from the stores again and again.
 */
class TopologyAgreementTest extends AgreementContract {
    private static final int CACHED_FACTS = 10;
    private static final Set<Field> AHEAD = Set.of(Field.DUE_AT, Field.STARTS_AT, Field.ENDS_AT, Field.EXPIRES_AT);
    private static final Duration SETTLED =
            DueTimes.SETTLING.plus(TaskClock.QUIET).plusSeconds(1);

    @Override
    protected MonitorFactory monitor() {
        return new MonitorFactory() {
            @Override
            public Monitor start(RuleSet rules) {
                return new TopologyMonitor(rules);
            }

            @Override
            public Optional<Event> admit(Event event) {
                return DrivenTopology.publishable(event)
                        .filter(fit -> EventCheck.check(fit, newestDate(fit)).isEmpty());
            }
        };
    }

    @Override
    protected int seeds() {
        return 40;
    }

    /** The newest date in it; Kafka knows no time before 1970. */
    private static Instant newestDate(Event event) {
        return event.fields().entrySet().stream()
                .filter(entry -> !AHEAD.contains(entry.getKey()) && entry.getValue() instanceof Instant)
                .map(entry -> (Instant) entry.getValue())
                .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b);
    }

    private static final class TopologyMonitor implements Monitor {
        private final Path stateDir = directory();
        private final Map<String, Alert> standing = new LinkedHashMap<>();
        private final RuleSet rules;
        /** Started with the first event. */
        private DrivenTopology topology;

        TopologyMonitor(RuleSet rules) {
            this.rules = rules;
        }

        /** Comes when all it tells has happened, and is left to settle: what was due before it came is told. */
        @Override
        public void accept(Event event) {
            Instant known = newestDate(event);
            if (topology == null) {
                topology = new DrivenTopology(rules, stateDir, new InMemorySerdes(), CACHED_FACTS, 1, known);
            }
            advance(known);
            topology.publish(event);
            topology.advance(SETTLED);
            read();
        }

        @Override
        public boolean advance(Instant now) {
            if (now.isAfter(topology.now())) {
                topology.advance(Duration.between(topology.now(), now));
                read();
            }
            return true;
        }

        @Override
        public Instant now() {
            return topology.now();
        }

        private void read() {
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
            if (topology != null) {
                topology.close();
            }
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
