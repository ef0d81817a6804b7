package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.file.DefaultPack;

/** The shipped story, under the shipped rules: what nobody noticed is noticed. */
class GoldenStoryTest {
    private static final Path STORY = Path.of("src/main/resources/golden/golden.jsonl.gz");

    @Test
    void shouldRaiseTheUnansweredRequestAndThePromotionWithTheCaseOpen() throws IOException {
        List<Alert> standing = standing();

        assertThat(standing)
                .filteredOn(alert -> alert.rule().id().equals("unanswered-request"))
                .extracting(alert -> alert.subject().id() + " " + alert.level() + " " + alert.firedAt())
                .containsExactly("E-SGT AMBER 2012-04-03T09:00:00Z", "E-SGT RED 2012-05-01T09:00:00Z");
        assertThat(standing)
                .filteredOn(alert -> alert.rule().id().equals("unanswered-request"))
                .allSatisfy(alert -> {
                    assertThat(alert.evidence().get(0).caseId()).isEqualTo("E-C1");
                    assertThat(alert.dueBy()).isEqualTo(alert.firedAt());
                    assertThat(alert.explanation()).contains("was not followed by");
                });
        assertThat(standing)
                .filteredOn(alert -> alert.rule().id().equals("promoted-with-open-matter"))
                .filteredOn(alert -> alert.subject().id().equals("E-SGT"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.firedAt()).isEqualTo(Instant.parse("2016-01-01T09:00:00Z"));
                    assertThat(alert.evidence().get(0).caseId()).isEqualTo("E-C1");
                    assertThat(alert.explanation()).contains("while a case is open");
                });
    }

    private static List<Alert> standing() throws IOException {
        Population population = new Population(DefaultPack.load().rules());
        Instant newest = Instant.MIN;
        for (Event event : story()) {
            newest = event.at().isAfter(newest) ? event.at() : newest;
            population.advance(newest);
            population.accept(event, newest);
        }
        return population.standing();
    }

    private static List<Event> story() throws IOException {
        List<Event> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(STORY)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                events.add(EventJson.read(line));
            }
        }
        return events;
    }
}
