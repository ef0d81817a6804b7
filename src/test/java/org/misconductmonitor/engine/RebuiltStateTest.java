package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.AgreementContract;
import org.misconductmonitor.reference.Monitor;
import org.misconductmonitor.reference.MonitorFactory;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.RuleSet;

/** Facts, alerts and the time reached are all that has to be stored: a state built from them at every step agrees. */
class RebuiltStateTest extends AgreementContract {
    @Override
    protected MonitorFactory monitor() {
        return RebuildingMonitor::new;
    }

    @Override
    protected int seeds() {
        return 500;
    }

    /** What is stored of one subject. */
    private static final class Stored {
        private final Map<String, StoredFact> facts = new LinkedHashMap<>();
        private final Map<String, Alert> alerts = new LinkedHashMap<>();
    }

    private static final class RebuildingMonitor implements Monitor {
        private final Evaluators evaluators;
        private final Map<Subject, Stored> store = new LinkedHashMap<>();
        private Instant reached = Instant.MIN;

        RebuildingMonitor(RuleSet rules) {
            this.evaluators = Evaluators.of(rules);
        }

        @Override
        public void accept(Event event) {
            Deque<Handover> travelling = new ArrayDeque<>(
                    write(event.subject(), state(event.subject()).accept(event, Instant.EPOCH)));
            while (!travelling.isEmpty()) {
                Handover handover = travelling.poll();
                Subject receiver = Subject.ofOfficer(handover.toOfficerId());
                travelling.addAll(write(receiver, state(receiver).accept(handover, Instant.EPOCH)));
            }
        }

        @Override
        public boolean advance(Instant now) {
            List.copyOf(store.keySet())
                    .forEach(subject -> write(subject, state(subject).advance(now)));
            reached = now;
            return true;
        }

        private OfficerState state(Subject subject) {
            Stored stored = store.computeIfAbsent(subject, s -> new Stored());
            return new OfficerState(subject, evaluators, stored.facts.values(), stored.alerts.values(), reached);
        }

        private List<Handover> write(Subject subject, Effects effects) {
            Stored stored = store.get(subject);
            if (effects.removed() != null) {
                stored.facts.remove(effects.removed().key());
            }
            if (effects.added() != null) {
                stored.facts.put(effects.added().key(), effects.added());
            }
            effects.alerts().forEach(alert -> stored.alerts.put(alert.alertId(), alert));
            return effects.handovers();
        }

        @Override
        public List<StandingAlert> standing() {
            return Standing.of(alerts());
        }

        @Override
        public List<StandingAlert> everRaised() {
            return Standing.ofEver(alerts());
        }

        private Collection<Alert> alerts() {
            return store.values().stream()
                    .flatMap(stored -> stored.alerts.values().stream())
                    .toList();
        }
    }
}
