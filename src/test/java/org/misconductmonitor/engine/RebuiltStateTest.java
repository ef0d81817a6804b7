package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.Agreement;
import org.misconductmonitor.reference.RandomClock;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Scenario;

/** States may be dropped at any time: what is published does not tell one that was kept from one that was built again. */
class RebuiltStateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Cause CAUSE = new Cause(NOW, null);

    static LongStream seeds() {
        return Agreement.seeds(400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldPublishTheSameTransitions(long seed) {
        Scenario scenario = RandomStreams.scenario(seed);
        Population kept = new Population(scenario.rules());
        Rebuilding rebuilding = new Rebuilding(scenario);
        RandomClock clock = new RandomClock(seed);
        for (Event event : scenario.events()) {
            List<Alert> expected = kept.accept(event, NOW).alerts();
            assertThat(rebuilding.accept(event))
                    .as("seed %d at %s", seed, event)
                    .isEqualTo(expected);
            Optional<Instant> next = clock.after(event);
            if (next.isPresent() || event.eventId().hashCode() % 3 != 0) {
                assertThat(rebuilding.settle())
                        .as("seed %d, population at %s", seed, event)
                        .containsExactlyInAnyOrderElementsOf(kept.settle(NOW));
            }
            if (next.isPresent()) {
                assertThat(rebuilding.advance(next.get()))
                        .as("seed %d after %s at %s", seed, event, next.get())
                        .containsExactlyInAnyOrderElementsOf(kept.advance(next.get()));
            }
        }
    }

    /** Builds every state anew for every fact, from what is stored, in whatever order. */
    private static final class Rebuilding {
        private final Evaluators evaluators;
        private final Random random;
        private final Map<Subject, Map<String, StoredFact>> facts = new HashMap<>();
        private final Map<Subject, Map<String, Alert>> alerts = new HashMap<>();
        private final Map<String, Map<String, Contribution>> contributions = new TreeMap<>();
        private final Map<String, Map<String, Alert>> tenantAlerts = new HashMap<>();
        private final List<Contribution> unsettled = new ArrayList<>();
        private Instant now = Instant.MIN;

        Rebuilding(Scenario scenario) {
            evaluators = Evaluators.of(scenario.rules());
            random = new Random(scenario.seed());
        }

        List<Alert> accept(Event event) {
            Deque<Handover> travelling = new ArrayDeque<>();
            Subject subject = event.subject();
            List<Alert> published =
                    new ArrayList<>(store(subject, state(subject).accept(event, NOW), travelling));
            while (!travelling.isEmpty()) {
                Handover handover = travelling.poll();
                Subject to = Subject.ofOfficer(handover.toOfficerId());
                published.addAll(store(to, state(to).accept(handover, NOW), travelling));
            }
            return published;
        }

        List<Alert> advance(Instant until) {
            List<Alert> published = new ArrayList<>(settle());
            if (until.isAfter(now)) {
                for (Subject subject : facts.keySet()) {
                    OfficerState state = state(subject);
                    for (Instant due = state.nextDue(); due != null && !due.isAfter(until); due = state.nextDue()) {
                        published.addAll(store(subject, state.advance(due), new ArrayDeque<>()));
                    }
                }
                for (String tenant : contributions.keySet()) {
                    published.addAll(keep(tenant, tenant(tenant).advance(until, CAUSE)));
                }
                now = until;
            }
            return published;
        }

        /** As if the tenants' states had been lost after the last time, and the facts since came to new ones. */
        List<Alert> settle() {
            List<Alert> published = new ArrayList<>();
            for (String tenant : contributions.keySet()) {
                TenantState state = tenant(tenant);
                for (Contribution contribution : unsettled) {
                    if (contribution.tenantId().equals(tenant)) {
                        state.accept(contribution);
                        state.accept(contribution);
                        contributions.get(tenant).put(contribution.tenantKey(), contribution);
                    }
                }
                published.addAll(keep(tenant, state.settle(CAUSE)));
            }
            unsettled.clear();
            return published;
        }

        private TenantState tenant(String tenant) {
            Map<String, Contribution> present = new HashMap<>(contributions.get(tenant));
            present.values().removeIf(Contribution::isGone);
            return new TenantState(
                    tenant,
                    evaluators,
                    shuffled(present),
                    shuffled(tenantAlerts.computeIfAbsent(tenant, t -> new HashMap<>())),
                    now);
        }

        private List<Alert> keep(String tenant, List<Alert> published) {
            published.forEach(alert -> keep(alert, tenantAlerts.get(tenant)));
            return published;
        }

        private static void keep(Alert alert, Map<String, Alert> stored) {
            stored.put(alert.alertId(), alert.isForgotten() ? alert.identity() : alert);
        }

        private OfficerState state(Subject subject) {
            return new OfficerState(
                    subject,
                    evaluators,
                    shuffled(facts.computeIfAbsent(subject, s -> new HashMap<>())),
                    shuffled(alerts.computeIfAbsent(subject, s -> new HashMap<>())),
                    now);
        }

        private List<Alert> store(Subject subject, Effects effects, Deque<Handover> travelling) {
            if (effects.removed() != null) {
                facts.get(subject).remove(effects.removed().key());
            }
            if (effects.added() != null) {
                facts.get(subject).put(effects.added().key(), effects.added());
            }
            effects.erased().forEach(erased -> facts.get(subject).remove(erased.key()));
            effects.alerts().forEach(alert -> keep(alert, alerts.get(subject)));
            travelling.addAll(effects.handovers());
            effects.contributions().forEach(contribution -> {
                unsettled.add(contribution);
                contributions.computeIfAbsent(contribution.tenantId(), t -> new HashMap<>());
            });
            return effects.alerts();
        }

        private <T> List<T> shuffled(Map<String, T> stored) {
            List<T> values = new ArrayList<>(stored.values());
            Collections.shuffle(values, random);
            return values;
        }
    }
}
