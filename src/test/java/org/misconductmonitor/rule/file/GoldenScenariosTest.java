package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** Stories of what went wrong, told as data: what arrives, and what the monitor must say of it at each step. */
class GoldenScenariosTest {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");

    @TestFactory
    Stream<DynamicTest> shouldSayWhatTheScenarioExpects() throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(FOLDER)) {
            files = entries.sorted().toList();
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
    }

    private static void run(Path file) throws IOException {
        Scenario scenario = Scenario.read(file);
        RuleSet pack = DefaultPack.load().rules();
        assertThat(pack.rules()).extracting(rule -> rule.id()).containsAll(scenario.rules());
        Population population = new Population(new RuleSet(pack.rules().stream()
                .filter(rule -> scenario.rules().contains(rule.id()))
                .toList()));
        SoftAssertions steps = new SoftAssertions();
        for (int i = 0; i < scenario.steps().size(); i++) {
            Scenario.Step step = scenario.steps().get(i);
            List<String> said = new ArrayList<>();
            for (Event event : step.events()) {
                population.accept(event, step.now()).alerts().forEach(alert -> said.add(words(alert)));
            }
            population.advance(step.now()).forEach(alert -> said.add(words(alert)));
            steps.assertThat(said)
                    .as("step %d: %s%n%s", i + 1, step.what(), String.join("\n", said))
                    .containsExactlyInAnyOrderElementsOf(step.transitions());
        }
        steps.assertAll();
    }

    private static String words(Alert alert) {
        Instant at = alert.endedAt() == null ? alert.firedAt() : alert.endedAt();
        return alert.transition() + " " + alert.rule().id() + " " + alert.level() + " of "
                + alert.subject().id() + " at " + at.toString().replace("T00:00:00Z", "");
    }
}
