package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.privacy.Pseudonyms;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** A new pseudonym key: what stands is what stood, under the new name, and old and new events still meet. */
class PseudonymLinksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private final Population population = new Population(
            RuleFiles.read(List.of(new RuleText("rule.yaml", """
                    id: allegations
                    title: Allegations in a year
                    kind: threshold
                    count: allegations
                    window: P365D
                    levels: [{ level: AMBER, at: 2 }, { level: RED, at: 3 }]
                    """))).rules());

    @Test
    void shouldLeaveTheSameAlertsStanding() {
        Path file = directory.resolve("keys");
        Pseudonyms before = KeyFile.create(file).pseudonyms();
        List.of(recorded("PC1", 1), recorded("PC1", 2), recorded("PC2", 3))
                .forEach(event -> population.accept(before.of(event), NOW));
        List<String> stood = told(population.standing());

        KeyFile.read(file).rotate(KeyFile.Purpose.PSEUDONYM);
        Pseudonyms now = KeyFile.read(file).pseudonyms();
        PseudonymLinks links = new PseudonymLinks(before, now, NOW);
        List.of("PC1", "PC2").forEach(realId -> population.accept(links.of(realId), NOW));

        assertThat(told(population.standing())).hasSize(1).isEqualTo(stood);
        assertThat(population.standing()).allMatch(alert -> alert.subject().id().equals(now.of("PC1")));

        population.accept(now.of(recorded("PC1", 4)), NOW);
        assertThat(population.standing()).extracting(Alert::level).containsExactly("AMBER", "RED");
    }

    @Test
    void shouldPublishTheSameLinkTwiceAsOne() {
        Path file = directory.resolve("keys");
        Pseudonyms before = KeyFile.create(file).pseudonyms();
        KeyFile.read(file).rotate(KeyFile.Purpose.PSEUDONYM);
        Pseudonyms now = KeyFile.read(file).pseudonyms();

        List<String> ids = IntStream.range(0, 2)
                .mapToObj(i -> new PseudonymLinks(before, now, NOW.plusSeconds(i)).of("PC1"))
                .map(Event::eventId)
                .distinct()
                .toList();

        assertThat(ids).hasSize(1);
    }

    private static List<String> told(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.rule().id()
                        + alert.level()
                        + alert.firedAt()
                        + alert.count()
                        + alert.evidence().stream().map(Evidence::eventId).toList())
                .toList();
    }

    private static Event recorded(String officer, int number) {
        return EventBuilder.of(Map.of(
                Field.EVENT_ID,
                "e" + number,
                Field.EVENT_TYPE,
                "RECORDED",
                Field.OFFICER_ID,
                officer,
                Field.CASE_ID,
                "c" + number,
                Field.ALLEGATION_ID,
                "a" + number,
                Field.CATEGORY,
                "FORCE",
                Field.RECORDED_AT,
                Instant.parse("2026-01-0" + number + "T00:00:00Z")));
    }
}
