package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.Agreement;
import org.misconductmonitor.reference.RandomClock;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.reference.Scenario;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.RuleSet;

/** Rules of every kind come, change and go in mid-stream: what stands is what the last ones make of the same facts. */
class RuleChangeTest {
    private static final long OTHERS = 1_000_000;

    static LongStream seeds() {
        return Agreement.seeds(300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldLeaveWhatAFreshStartWouldRaise(long seed) {
        Scenario scenario = RandomStreams.scenario(seed);
        Random random = new Random(seed);
        RandomClock clock = new RandomClock(seed);
        RuleSet rules = scenario.rules();
        Population population = new Population(rules);
        Map<String, Alert> published = new LinkedHashMap<>();
        List<Event> fed = new ArrayList<>();
        Instant now = Instant.MIN;
        for (Event event : scenario.events()) {
            fed.add(event);
            note(population.accept(event, Instant.EPOCH).alerts(), published);
            Instant next = clock.after(event).orElse(now);
            if (next.isAfter(now)) {
                now = next;
                note(population.advance(now), published);
            }
            if (random.nextInt(5) == 0) {
                rules = RandomStreams.scenario(OTHERS + seed * 10 + random.nextInt(3))
                        .rules();
                note(population.change(rules, Instant.EPOCH), published);
            }
            note(population.settle(Instant.EPOCH), published);
            List<StandingAlert> expected = sorted(Reference.standing(fed, rules, now));
            assertThat(sorted(Standing.of(population.standing())))
                    .as("seed %d after %s", seed, event)
                    .isEqualTo(expected);
            assertThat(sorted(Standing.of(published.values())))
                    .as("published, seed %d after %s", seed, event)
                    .isEqualTo(expected);
        }
    }

    private static void note(Collection<Alert> alerts, Map<String, Alert> published) {
        for (Alert alert : alerts) {
            Alert before = published.put(alert.alertId(), alert);
            assertThat(alert.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
        }
    }

    private static List<StandingAlert> sorted(List<StandingAlert> alerts) {
        return alerts.stream().sorted(StandingAlert.ORDER).toList();
    }
}
