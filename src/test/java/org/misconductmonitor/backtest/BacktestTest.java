package org.misconductmonitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Scenario;
import org.misconductmonitor.rule.RuleSet;

class BacktestTest {
    private static final int STREAMS = 300;
    private static final RuleSet TWO = Story.rules(Story.threshold("two", 2, 3));
    private static final RuleSet ANSWER = Story.rules("""
            id: answer
            title: No notice within ten days
            kind: absence
            on: RECORDED
            then: { on: NOTICE_SERVED }
            by: allegation
            levels: [{ level: AMBER, after: P10D }]
            """);

    @Test
    void shouldKeepWhatWasRaisedAndSayThatItWasWithdrawn() {
        History history = new Story()
                .recorded("o1", "a1", "2020-01-01")
                .recorded("o1", "a2", "2020-03-01")
                .about("WITHDRAWN", "o1", "a1", "2020-06-01")
                .under(TWO);

        assertThat(history.raisings()).singleElement().satisfies(raising -> {
            assertThat(raising.raisedAt()).isEqualTo("2020-03-01T00:00:00Z");
            assertThat(raising.first().evidence()).hasSize(2);
            assertThat(raising.withdrawn()).isTrue();
            assertThat(raising.last().asOf()).isEqualTo("2020-06-01T00:00:00Z");
        });
    }

    @Test
    void shouldTakeTheFactsOfOneInstantTogether() {
        History history = new Story()
                .recorded("o1", "a1", "2020-01-01")
                .recorded("o1", "a2", "2020-03-01")
                .about("WITHDRAWN", "o1", "a1", "2020-03-01")
                .under(TWO);

        assertThat(history.raisings()).isEmpty();
    }

    @Test
    void shouldRaiseAMissedDeadlineWhenItPassedAndResolveItByTheLateAnswer() {
        History history = new Story()
                .recorded("o1", "a1", "2020-01-01")
                .recorded("o1", "a2", "2020-02-01")
                .about("NOTICE_SERVED", "o1", "a1", "2020-01-20")
                .about("NOTICE_SERVED", "o1", "a2", "2020-02-11")
                .under(ANSWER);

        assertThat(history.raisings())
                .as("an answer at the very time of the deadline is in time")
                .singleElement()
                .satisfies(raising -> {
                    assertThat(raising.raisedAt()).isEqualTo("2020-01-11T00:00:00Z");
                    assertThat(raising.resolved()).isTrue();
                });
    }

    @Test
    void shouldLeaveOutWhatHappenedLaterAndLetTimeGoOn() {
        Story story = new Story().recorded("o1", "a1", "2020-01-01").recorded("o1", "a2", "2020-03-01");
        AtomicInteger taken = new AtomicInteger();

        History early =
                new Backtest(ANSWER).run(story.events(), Instant.parse("2020-02-29T00:00:00Z"), taken::incrementAndGet);
        History late = new Backtest(ANSWER).run(story.events(), Instant.parse("2021-01-01T00:00:00Z"), () -> {});

        assertThat(early.events()).isEqualTo(1).isEqualTo(taken.get());
        assertThat(early.raisings()).hasSize(1);
        assertThat(late.raisings()).hasSize(2);
        assertThat(late.until()).isEqualTo("2021-01-01T00:00:00Z");
    }

    @Test
    void shouldBearAnEmptyHistory() {
        History history = new Story().under(TWO);

        assertThat(history.from()).isNull();
        assertThat(history.raisings()).isEmpty();
    }

    @Test
    void shouldNotDependOnTheOrderOfTheFiles() {
        for (long seed = 0; seed < STREAMS; seed++) {
            Scenario scenario = RandomStreams.scenario(seed);
            List<Event> shuffled = new ArrayList<>(scenario.events());
            Collections.shuffle(shuffled, new Random(seed));
            Backtest backtest = new Backtest(scenario.rules());

            History one = backtest.run(scenario.events(), null, () -> {});
            History other = backtest.run(shuffled, null, () -> {});

            assertThat(other.raisings()).as("seed %d", seed).isEqualTo(one.raisings());
            assertThat(Evaluation.of(other, Findings.standard()))
                    .as("seed %d", seed)
                    .isEqualTo(Evaluation.of(one, Findings.standard()));
        }
    }

    @Test
    void shouldNeverLookAhead() {
        int compared = 0;
        for (long seed = 0; seed < STREAMS; seed++) {
            Scenario scenario = RandomStreams.scenario(seed);
            List<Instant> times =
                    scenario.events().stream().map(Event::at).sorted().toList();
            Instant then = times.get(times.size() / 2);
            Backtest backtest = new Backtest(scenario.rules());

            List<Alert> known = raisedBy(backtest.run(scenario.events(), then, () -> {}), then);
            List<Alert> all = raisedBy(backtest.run(scenario.events(), null, () -> {}), then);

            assertThat(all).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(known);
            compared += known.size();
        }
        assertThat(compared).isGreaterThan(STREAMS);
    }

    @Test
    void shouldRaiseOnlyWhatStoodThen() {
        for (long seed = 0; seed < STREAMS; seed++) {
            Scenario scenario = RandomStreams.scenario(seed);
            History history = new Backtest(scenario.rules()).run(scenario.events(), null, () -> {});
            for (Raising raising : history.raisings()) {
                if (raising.first().transition() != Alert.Transition.RESOLVED) {
                    assertThat(standingAt(scenario, raising.raisedAt()))
                            .as("seed %d", seed)
                            .contains(AlertIdentity.of(raising.first()));
                }
            }
        }
    }

    private static List<AlertIdentity> standingAt(Scenario scenario, Instant then) {
        Population population = new Population(scenario.rules());
        scenario.events().stream()
                .filter(event -> !event.at().isAfter(then))
                .forEach(event -> population.accept(event, then));
        population.advance(then);
        return population.standing().stream().map(AlertIdentity::of).toList();
    }

    private static List<Alert> raisedBy(History history, Instant then) {
        return history.raisings().stream()
                .map(Raising::first)
                .filter(alert -> !alert.asOf().isAfter(then))
                .toList();
    }
}
