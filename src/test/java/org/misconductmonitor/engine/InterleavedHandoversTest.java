package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.Agreement;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.reference.Scenario;
import org.misconductmonitor.reference.Standing;
import org.misconductmonitor.reference.StandingAlert;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.RuleSet;

/**
 * On a cluster, what one key hands to another arrives in the order it was sent, but between other things that arrive.
 * Everything still comes to rest, and where the reference says.
 */
class InterleavedHandoversTest {
    private static final int MOST_DELIVERIES = 20_000;

    static LongStream seeds() {
        return Agreement.seeds(600);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldComeToRestAsTheReferenceSays(long seed) {
        Scenario scenario = RandomStreams.scenario(seed);
        RuleSet rules = new RuleSet(scenario.rules().rules().stream()
                .filter(rule -> !(rule.condition() instanceof PopulationCondition))
                .toList());
        Network network = new Network(rules, new Random(seed));

        List<Alert> standing = network.run(scenario.events());

        assertThat(Standing.of(standing).stream().sorted(StandingAlert.ORDER))
                .as("seed %d", seed)
                .isEqualTo(Reference.standing(scenario.events(), rules));
    }

    private record Channel(String from, String to) {}

    private static final class Network {
        private final Evaluators evaluators;
        private final Random random;
        private final Map<Subject, OfficerState> states = new HashMap<>();
        private final Map<Channel, Deque<Handover>> channels = new LinkedHashMap<>();

        Network(RuleSet rules, Random random) {
            this.evaluators = Evaluators.of(rules);
            this.random = random;
        }

        List<Alert> run(List<Event> events) {
            Deque<Event> arriving = new ArrayDeque<>(events);
            int patience = 1 + random.nextInt(8);
            for (int deliveries = 0; !arriving.isEmpty() || !channels.isEmpty(); deliveries++) {
                assertThat(deliveries).as("deliveries").isLessThan(MOST_DELIVERIES);
                if (!arriving.isEmpty() && (channels.isEmpty() || random.nextInt(patience) > 0)) {
                    Event event = arriving.poll();
                    send(state(event.subject()).accept(event, Instant.EPOCH));
                } else {
                    deliver();
                }
            }
            return states.values().stream()
                    .map(OfficerState::standing)
                    .flatMap(Collection::stream)
                    .toList();
        }

        private void send(Effects effects) {
            for (Handover handover : effects.handovers()) {
                Channel channel = new Channel(handover.fact().hop().fromOfficerId(), handover.toOfficerId());
                channels.computeIfAbsent(channel, none -> new ArrayDeque<>()).add(handover);
            }
        }

        private void deliver() {
            List<Channel> waiting = new ArrayList<>(channels.keySet());
            Channel channel = waiting.get(random.nextInt(waiting.size()));
            Handover handover = channels.get(channel).poll();
            if (channels.get(channel).isEmpty()) {
                channels.remove(channel);
            }
            send(state(Subject.ofOfficer(channel.to())).accept(handover, Instant.EPOCH));
        }

        private OfficerState state(Subject subject) {
            return states.computeIfAbsent(
                    subject, key -> new OfficerState(key, evaluators, List.of(), List.of(), Instant.MIN));
        }
    }
}
