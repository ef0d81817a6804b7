package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Event;
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

    private static final class EngineMonitor implements Monitor {
        private final Population population;

        EngineMonitor(RuleSet rules) {
            this.population = new Population(rules);
        }

        @Override
        public void accept(Event event) {
            population.accept(event, Instant.EPOCH);
        }

        @Override
        public List<StandingAlert> standing() {
            return Standing.of(population.standing());
        }
    }
}
