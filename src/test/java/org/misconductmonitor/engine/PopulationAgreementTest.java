package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.Agreement;
import org.misconductmonitor.reference.AgreementContract;
import org.misconductmonitor.reference.Monitor;
import org.misconductmonitor.reference.MonitorFactory;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.RuleSet;

/** The engine is held against the reference over random streams. */
class PopulationAgreementTest extends AgreementContract {
    @Override
    protected MonitorFactory monitor() {
        return EngineMonitor::new;
    }

    @ParameterizedTest
    @ValueSource(longs = {904, 4308})
    void shouldAgreeOnStreamsThatOnceShowedAFault(long seed) {
        Agreement.assertAgrees(seed, monitor());
        Agreement.assertOrderDoesNotMatter(seed, monitor());
    }

    private static final class EngineMonitor implements Monitor {
        private final List<Alert> alerts = new ArrayList<>();
        private final Population population;

        EngineMonitor(RuleSet rules) {
            this.population = new Population(rules);
        }

        @Override
        public void accept(Event event) {
            alerts.addAll(population.accept(event, Instant.EPOCH).alerts());
            alerts.addAll(population.settle(Instant.EPOCH));
        }

        @Override
        public boolean advance(Instant now) {
            alerts.addAll(population.advance(now));
            return true;
        }

        @Override
        public List<StandingAlert> everRaised() {
            Map<String, Alert> latest = new LinkedHashMap<>();
            alerts.forEach(alert -> latest.put(alert.alertId(), alert));
            return Standing.ofEver(latest.values());
        }

        @Override
        public List<StandingAlert> standing() {
            return Standing.of(population.standing());
        }
    }
}
