package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.misconductmonitor.engine.RuleTestAlerts;
import org.misconductmonitor.engine.RuleTestEngine;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.reference.Reference;
import org.misconductmonitor.reference.ReferenceEvidence;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;

class ShippedRulesTest {
    static final Path PACK = Path.of("src/main/resources/rules");
    static final Path CHICAGO = Path.of("src/test/resources/rules/chicago.yaml");

    @TestFactory
    Stream<DynamicTest> shouldPassTheTestsTheyCarry() {
        return Stream.of(DefaultPack.load(), RuleFiles.load(List.of(CHICAGO)))
                .flatMap(loaded -> loaded.documents().stream())
                .flatMap(document -> Stream.of(
                                RuleTests.run(document.rule(), document.tests(), ShippedRulesTest::byEngine),
                                RuleTests.run(document.rule(), document.tests(), ShippedRulesTest::byReference))
                        .flatMap(List::stream)
                        .map(result -> DynamicTest.dynamicTest(
                                document.rule().id() + ": " + result.name(),
                                () -> assertThat(result.differences()).isEmpty())));
    }

    private static List<RuleTests.Standing> byEngine(RuleSet rules, List<Event> arrivals, Instant now) {
        return RuleTestAlerts.standing(RuleTestEngine.standing(rules, arrivals, now));
    }

    private static List<RuleTests.Standing> byReference(RuleSet rules, List<Event> arrivals, Instant now) {
        return Reference.standing(arrivals, rules, now).stream()
                .map(alert -> new RuleTests.Standing(
                        alert.level(),
                        alert.subjectId(),
                        alert.firedAt(),
                        alert.count(),
                        alert.evidence().stream()
                                .map(ReferenceEvidence::eventId)
                                .toList()))
                .toList();
    }

    @Test
    void shouldLoadTheDefaultPackWithoutAWarning() {
        assertThat(DefaultPack.load().warnings()).isEmpty();
    }

    @Test
    void shouldListEveryFileOfTheDefaultPack() throws IOException {
        List<String> index = Files.readAllLines(PACK.resolve("index.txt"));
        try (Stream<Path> files = Files.list(PACK)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(index);
        }
    }

    @Test
    void shouldSayOfEveryDefaultRuleWhoAsksForItAndWhatSpeaksAgainst() {
        assertThat(DefaultPack.load().documents()).allSatisfy(document -> {
            assertThat(document.rule().source()).isNotBlank();
            assertThat(document.rule().owner()).isNotBlank();
            assertThat(document.exceptions()).isNotBlank();
        });
    }

    @Test
    void shouldTestEveryDefaultRuleFromAllSides() {
        assertThat(DefaultPack.load().documents())
                .allSatisfy(document -> assertThat(document.tests().stream().map(RuleTest::name))
                        .as(document.rule().id())
                        .anyMatch(name -> name.startsWith("just below"))
                        .anyMatch(name -> name.startsWith("boundary"))
                        .anyMatch(name -> name.startsWith("exception"))
                        .anyMatch(name -> name.startsWith("correction")));
    }

    @Test
    void shouldReadTheChicagoRulesAsTheyArePublished() {
        RuleSet rules = RuleFiles.load(List.of(CHICAGO)).rules();
        assertThat(rules.rules())
                .extracting(rule -> {
                    Threshold threshold = (Threshold) rule.condition();
                    return rule.id() + " " + threshold.window() + " "
                            + threshold.levels().stream().map(Level::at).toList();
                })
                .containsExactly(
                        "any-3-365 P365D [3, 5, 10]",
                        "code-10U-2-180 P180D [2, 4]",
                        "force-2-365 P365D [2]",
                        "search-3-730 P730D [3, 6]",
                        "sexdom-2-3650 P3650D [2]");
    }
}
