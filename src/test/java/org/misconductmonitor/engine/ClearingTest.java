package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

class ClearingTest {
    private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
    private static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rules.yaml", """
                    id: repeat
                    title: Repeated
                    kind: threshold
                    window: P1Y
                    levels: [ { level: AMBER, at: 2 } ]
                    """))).rules();

    private static final String CASES = """
            id: cases
            title: Cases
            kind: threshold
            count: cases
            window: P1Y
            levels: [ { level: AMBER, at: 2 } ]
            """;

    @Test
    void shouldNameWhatTheAlertCannotDoWithout() {
        List<Event> events = List.of(recorded(1, "2020-01-01"), recorded(2, "2020-06-01"));

        assertThat(clearing(events)).containsExactly("L1", "L2");
    }

    @Test
    void shouldNotNameWhatAnotherFactStandsInFor() {
        // Without the first, the second and third still fire, and share the second with the alert.
        List<Event> events = List.of(recorded(1, "2020-01-01"), recorded(2, "2020-06-01"), recorded(3, "2020-07-01"));

        assertThat(clearing(events)).isEmpty();
    }

    @Test
    void shouldNameOnlyTheAllegationThatAloneMakesItsCase() {
        RuleSet cases =
                RuleFiles.read(List.of(new RuleText("rules.yaml", CASES))).rules();
        List<Event> events = List.of(
                recorded(1, "C1", "2020-01-01"), recorded(2, "C1", "2020-02-01"), recorded(3, "C2", "2020-03-01"));

        assertThat(clearing(cases, events)).containsExactly("L3");
    }

    @Test
    void shouldSayNothingWhereTheFactsDoNotMakeTheAlert() {
        Event other = recorded(9, "2020-01-01");
        Alert alert = RuleTestEngine.standing(RULES, List.of(other, recorded(8, "2020-02-01")), NOW)
                .get(0);

        assertThat(Clearing.pieces(alert, RULES.rules().get(0), List.of(StoredFact.of(other)), NOW))
                .isEmpty();
    }

    private static List<String> clearing(List<Event> events) {
        return clearing(RULES, events);
    }

    private static List<String> clearing(RuleSet rules, List<Event> events) {
        List<Alert> standing = RuleTestEngine.standing(rules, events, NOW);
        assertThat(standing).hasSize(1);
        List<StoredFact> facts =
                new ArrayList<>(events.stream().map(StoredFact::of).toList());
        return Clearing.pieces(standing.get(0), rules.rules().get(0), facts, NOW).orElseThrow().stream()
                .map(Clearing.Piece::id)
                .toList();
    }

    private static Event recorded(int number, String day) {
        return recorded(number, "C" + number, day);
    }

    private static Event recorded(int number, String caseId, String day) {
        return EventJson.read("""
                {"eventType":"RECORDED","eventId":"e%1$d","officerId":"anna","caseId":"%3$s","allegationId":"L%1$d","group":"SEXUAL","recordedAt":"%2$sT00:00:00Z"}""".formatted(number, day, caseId));
    }
}
