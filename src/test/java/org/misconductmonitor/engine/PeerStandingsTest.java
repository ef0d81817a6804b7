package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Where an officer is said to stand is where the rules on peers see the officer. */
class PeerStandingsTest {
    private static final Instant START = Instant.parse("2024-01-01T08:00:00Z");
    private static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rules.yaml", """
                    id: peers
                    title: More than peers
                    kind: peer
                    peers: [force]
                    count: allegations
                    window: P100D
                    floor: 2
                    group: 4
                    levels: [ { level: AMBER, at: 60 }, { level: RED, at: 90 } ]
                    """))).rules();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void shouldAgreeWithAPlainCountAndWithTheAlertsOfTheDay(int seed) {
        Random random = new Random(seed);
        List<Contribution> facts = new ArrayList<>();
        IntStream.range(0, 12).forEach(i -> facts.add(fact("JOINED", "j" + i, "o" + i, force(i), START)));
        for (int i = 0; i < 40; i++) {
            int officer = Math.min(random.nextInt(12), random.nextInt(12));
            Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 200)));
            facts.add(fact("RECORDED", "e" + i, "o" + officer, force(officer), at));
        }
        Instant last = facts.stream()
                .map(each -> each.seen().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant midnight = last.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));

        PeerStandings standings = PeerStandings.of(RULES, facts);

        for (int i = 0; i < 12; i++) {
            PeerStanding standing = standings.of("o" + i).get(0);
            assertThat(standing.at()).isEqualTo(midnight);
            assertThat(standing.count()).isEqualTo(plainCount(facts, "o" + i, midnight));
            List<Integer> counts = plainCounts(facts, force(i), midnight);
            assertThat(standing.peers().size()).isEqualTo(counts.size());
            long below =
                    counts.stream().filter(count -> count < standing.count()).count();
            assertThat(standing.peers().percentile()).isEqualTo(100.0 * below / counts.size());
            int amber = counts.get((int) Math.ceil(60 * counts.size() / 100.0) - 1);
            assertThat(standing.marks()).hasSize(counts.size() < 4 ? 0 : 2);
            if (counts.size() >= 4) {
                assertThat(standing.marks().get(0))
                        .isEqualTo(new PeerStanding.Mark("AMBER", 60, Math.max(2, amber + 1)));
            }
        }
        for (Alert alert : alerts(facts, midnight)) {
            if (alert.firedAt().equals(midnight)) {
                PeerStanding standing = standings.of(alert.subject().id()).get(0);
                assertThat(alert.count()).isEqualTo(standing.count());
                assertThat(alert.threshold())
                        .isEqualTo(standing.marks().get(alert.levelIndex()).count());
                assertThat(alert.peers()).isEqualTo(standing.peers());
            }
        }
    }

    @Test
    void shouldSayNothingOfThoseWhosePeersNobodyKnows() {
        PeerStandings standings = PeerStandings.of(
                RULES,
                List.of(
                        fact("RECORDED", "e1", "o1", null, START),
                        fact("RECORDED", "e2", "o2", "north", START),
                        fact("LEFT", "l2", "o2", "north", START.plusSeconds(1))));

        assertThat(standings.of("o1")).isEmpty();
        assertThat(standings.of("o2")).isEmpty();
        assertThat(standings.of("unknown")).isEmpty();
        assertThat(standings.forces("o1")).isEmpty();
        assertThat(standings.forces("o2")).containsExactly("north");
    }

    private static List<Alert> alerts(List<Contribution> facts, Instant midnight) {
        TenantState state = new TenantState("t", Evaluators.of(RULES), facts, List.of(), Instant.MIN);
        return state.advance(midnight, new Cause(midnight, "the rules changed"));
    }

    private static String force(int officer) {
        return officer < 9 ? "north" : "south";
    }

    private static int plainCount(List<Contribution> facts, String officer, Instant midnight) {
        return (int) facts.stream()
                .map(Contribution::seen)
                .filter(event -> event.officerId().equals(officer) && event.allegationId() != null)
                .filter(event -> !event.at().isBefore(midnight.minus(Duration.ofDays(100))))
                .filter(event -> event.at().isBefore(midnight))
                .count();
    }

    private static List<Integer> plainCounts(List<Contribution> facts, String force, Instant midnight) {
        return IntStream.range(0, 12)
                .filter(officer -> force(officer).equals(force))
                .map(officer -> plainCount(facts, "o" + officer, midnight))
                .sorted()
                .boxed()
                .toList();
    }

    private static Contribution fact(String type, String eventId, String officer, String force, Instant at) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type);
        fields.put(Field.EVENT_ID, eventId);
        fields.put(Field.TENANT_ID, "t");
        fields.put(Field.OFFICER_ID, officer);
        if (force != null) {
            fields.put(Field.FORCE, force);
        }
        if (type.equals("RECORDED")) {
            fields.put(Field.ALLEGATION_ID, "a-" + eventId);
            fields.put(Field.RECORDED_AT, at);
        } else {
            fields.put(Field.AT, at);
        }
        Event seen = EventBuilder.of(fields);
        return new Contribution("t", Subject.ofOfficer(officer), eventId, seen, null, null);
    }
}
