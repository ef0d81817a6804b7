package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Random streams are worth running: most of them raise something, and all of them can be run again. */
class RandomStreamsTest {
    private final List<Scenario> scenarios =
            LongStream.range(0, 300).mapToObj(RandomStreams::scenario).toList();

    @Test
    void shouldMakeTheSameOfTheSameSeed() {
        assertThat(RandomStreams.scenario(7)).isEqualTo(RandomStreams.scenario(7));
        assertThat(scenarios).doesNotHaveDuplicates();
    }

    @Test
    void shouldRaiseSomethingInMostStreams() {
        List<StandingAlert> all = new ArrayList<>();
        int silent = 0;
        for (Scenario scenario : scenarios) {
            List<StandingAlert> alerts = Reference.standing(scenario.events(), scenario.rules());
            all.addAll(alerts);
            silent += alerts.isEmpty() ? 1 : 0;
        }

        assertThat(silent).as("streams that raise nothing").isLessThan(scenarios.size() * 9 / 20);
        assertThat(all.size()).as("alerts").isGreaterThan(2 * scenarios.size());
        assertThat(all.stream().filter(alert -> alert.levelIndex() > 0).count())
                .as("alerts above the lowest level")
                .isGreaterThan(scenarios.size() / 4);
        assertThat(all.stream().filter(alert -> alert.evidence().size() > 2).count())
                .as("alerts with several facts")
                .isGreaterThan(scenarios.size() / 2);
    }
}
