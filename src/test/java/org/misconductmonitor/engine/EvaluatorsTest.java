package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Scenario;
import org.misconductmonitor.rule.Filter;

class EvaluatorsTest {
    @Test
    void shouldFindExactlyTheRulesThatLookAtAFact() {
        int combined = 0;
        for (long seed = 0; seed < 300; seed++) {
            Scenario scenario = RandomStreams.scenario(seed);
            combined += (int) scenario.rules().rules().stream()
                    .filter(rule -> rule.where() instanceof Filter.Any || rule.where() instanceof Filter.Not)
                    .count();
            Evaluators evaluators = Evaluators.of(scenario.rules());
            for (Event event : scenario.events()) {
                Observation seen = seen(event);
                List<Evaluator> accepting = evaluators.all().stream()
                        .filter(evaluator ->
                                seen != null && evaluator.on().contains(seen.type()) && evaluator.accepts(seen))
                        .toList();
                assertThat(evaluators.accepting(seen))
                        .as("seed %d, %s", seed, event)
                        .containsExactlyInAnyOrderElementsOf(accepting);
            }
        }
        assertThat(combined).as("rules with any or not").isGreaterThan(50);
    }

    private static Observation seen(Event event) {
        OfficerRecord record = new OfficerRecord(Subject.ofOfficer("x"));
        record.load(List.of(StoredFact.of(event)));
        return record.seen(event.eventId());
    }
}
