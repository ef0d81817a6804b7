package org.misconductmonitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.misconductmonitor.backtest.Changes.Change;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.reference.Scenario;
import org.misconductmonitor.rule.RuleSet;

class ChangesTest {
    private static final Story STORY = new Story()
            .recorded("o1", "c1", "2020-01-01")
            .recorded("o1", "c2", "2020-02-01")
            .recorded("o1", "c3", "2020-03-01");

    private static Changes between(String before, String after) {
        return Changes.between(STORY.under(Story.rules(before)), STORY.under(Story.rules(after)));
    }

    @Test
    void shouldSayWhatALowerThresholdGainsAndLoses() {
        Changes changes = between(Story.threshold("r", 2, 9), Story.threshold("r", 2, 3));

        assertThat(changes.rules()).containsExactly(new Change("r", "AMBER", 0, 0, 1), new Change("r", "RED", 1, 0, 0));
        assertThat(changes.gained())
                .singleElement()
                .satisfies(raising -> assertThat(raising.first().level()).isEqualTo("RED"));
        assertThat(changes.lost()).isEmpty();
    }

    @Test
    void shouldCountAnAlertThatFiresElsewhereAsGainedAndLost() {
        assertThat(between(Story.threshold("r", 2, 9), Story.threshold("r", 3, 9))
                        .rules())
                .containsExactly(new Change("r", "AMBER", 1, 1, 0));
    }

    @Test
    void shouldSeeNoChangeInAnotherTitle() {
        String rule = Story.threshold("r", 2, 3);

        Changes changes = between(rule, rule.replace("Cases in a year", "Other words"));

        assertThat(changes.gained()).isEmpty();
        assertThat(changes.lost()).isEmpty();
    }

    @Test
    void shouldBeSymmetrical() {
        for (long seed = 0; seed < 200; seed++) {
            Scenario one = RandomStreams.scenario(seed);
            RuleSet others = RandomStreams.scenario(seed + 1).rules();
            History a = new Backtest(one.rules()).run(one.events(), null, () -> {});
            History b = new Backtest(others).run(one.events(), null, () -> {});

            Changes there = Changes.between(a, b);
            Changes back = Changes.between(b, a);

            assertThat(back.gained()).as("seed %d", seed).isEqualTo(there.lost());
            assertThat(back.lost()).as("seed %d", seed).isEqualTo(there.gained());
            assertThat(Changes.between(a, a).gained()).isEmpty();
        }
    }
}
