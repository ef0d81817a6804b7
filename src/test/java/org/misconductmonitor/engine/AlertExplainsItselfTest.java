package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** An alert can be checked from the alert alone: its evidence fires it, and with any piece missing it does not. */
class AlertExplainsItselfTest {
    private static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rules.yaml", """
                    id: cases
                    title: Cases in a month
                    kind: threshold
                    count: cases
                    window: P30D
                    levels: [ { level: AMBER, at: 2 }, { level: RED, at: 4 } ]
                    ---
                    id: calendar
                    title: Force in three months
                    kind: threshold
                    where: { group: FORCE }
                    window: P3M
                    levels: [ { level: AMBER, at: 3 } ]
                    """))).rules();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldFireOnItsEvidenceAndNotOnLess(long seed) {
        Map<String, Event> events = stream(new Random(seed));

        for (Alert alert : standing(events.values())) {
            List<Event> evidence = alert.evidence().stream()
                    .map(Evidence::eventId)
                    .map(events::get)
                    .toList();
            assertThat(firesAgain(alert, evidence))
                    .as("%s on its evidence", alert)
                    .isTrue();
            Map<Object, List<Event>> pieces = new LinkedHashMap<>();
            evidence.forEach(event -> pieces.computeIfAbsent(counted(alert, event), key -> new ArrayList<>())
                    .add(event));
            assertThat(pieces).hasSize(alert.count());
            for (List<Event> piece : pieces.values()) {
                List<Event> rest = new ArrayList<>(evidence);
                rest.removeAll(piece);
                assertThat(firesAgain(alert, rest))
                        .as("%s without %s", alert, piece)
                        .isFalse();
            }
        }
    }

    private static Object counted(Alert alert, Event event) {
        return alert.rule().id().equals("cases") ? event.caseId() : event.allegationId();
    }

    private static boolean firesAgain(Alert alert, Collection<Event> events) {
        return standing(events).stream()
                .anyMatch(again -> again.rule().equals(alert.rule())
                        && again.level().equals(alert.level())
                        && again.firedAt().equals(alert.firedAt())
                        && again.count() == alert.count());
    }

    private static List<Alert> standing(Collection<Event> events) {
        return RuleTestEngine.standing(RULES, List.copyOf(events), Instant.EPOCH);
    }

    private static Map<String, Event> stream(Random random) {
        Map<String, Event> events = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            Instant at = Instant.parse("2020-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(200)));
            Event event = EventBuilder.of(Map.of(
                    Field.EVENT_TYPE,
                    "RECORDED",
                    Field.EVENT_ID,
                    "e" + i,
                    Field.OFFICER_ID,
                    "officer",
                    Field.CASE_ID,
                    "c" + random.nextInt(20),
                    Field.ALLEGATION_ID,
                    "a" + i,
                    Field.GROUP,
                    random.nextBoolean() ? "FORCE" : "SEXUAL",
                    Field.RECORDED_AT,
                    at));
            events.put(event.eventId(), event);
        }
        return events;
    }
}
