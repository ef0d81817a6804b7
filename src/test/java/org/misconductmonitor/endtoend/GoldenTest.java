package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;

/** The published figures: 28 officers with more than one sexual allegation, two with four, one with eight. */
@ExtendWith(SharedPlatform.class)
class GoldenTest {
    private static final Map<String, Long> FIGURES = Map.of("AMBER", 28L, "RED", 2L, "IMMEDIATE", 1L);

    private final RuleSet rules = Stories.rules("sexual.yaml");

    @TempDir
    private Path directory;

    @Test
    void shouldGiveTheFiguresWithoutABroker() throws IOException {
        Population population = new Population(rules);
        for (Event event : Stories.golden()) {
            population.accept(event, event.at());
        }

        assertThat(levels(population.standing())).isEqualTo(FIGURES);
    }

    @Test
    void shouldGiveTheFiguresThroughTheBroker(EmbeddedPlatform platform) throws IOException {
        List<Event> events = Stories.golden();
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, Map.of())) {
            running.process(events);

            assertThat(levels(Folded.standing(running.site().transitions()))).isEqualTo(FIGURES);
            new Engine(rules, events).assertSameStanding(running.site());
            Books.assertBalanced(running);
        }
    }

    private static Map<String, Long> levels(Collection<Alert> standing) {
        return standing.stream().collect(Collectors.groupingBy(Alert::level, Collectors.counting()));
    }
}
