package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.misconductmonitor.event.Event;

/** The shipped story shows every figure that was published, each by a query. */
class GoldenFiguresTest {
    private static final Path EXPECTED = Path.of("src/test/resources/golden-expected.json");

    @TestFactory
    Stream<DynamicTest> shouldShowTheFigure() throws IOException {
        StatisticsLedger ledger = Golden.ledger(Golden.events());
        GoldenFigures figures = new GoldenFigures(ledger::answer);
        return expected().entrySet().stream()
                .map(figure -> DynamicTest.dynamicTest(
                        figure.getKey() + " " + figure.getValue().get("meaning").asText(),
                        () -> assertThat(json(figures.all().get(figure.getKey()).get()))
                                .isEqualTo(figure.getValue().get("value"))));
    }

    @Test
    void shouldShowNothingElseWhenLoadedTwiceAndInAnyOrder() throws IOException {
        List<Event> twice = new ArrayList<>(Golden.events());
        twice.addAll(Golden.events());
        Collections.shuffle(twice, new Random(56));

        Map<String, JsonNode> shown = new LinkedHashMap<>();
        new GoldenFigures(Golden.ledger(twice)::answer)
                .all()
                .forEach((id, figure) -> shown.put(id, json(figure.get())));

        Map<String, JsonNode> values = new LinkedHashMap<>();
        expected().forEach((id, figure) -> values.put(id, figure.get("value")));
        assertThat(shown).containsExactlyInAnyOrderEntriesOf(values).hasSize(56);
    }

    private static Map<String, JsonNode> expected() throws IOException {
        Map<String, JsonNode> expected = new LinkedHashMap<>();
        new ObjectMapper()
                .readTree(EXPECTED.toFile())
                .forEach(figure -> expected.put(figure.get("id").asText(), figure));
        return expected;
    }

    private static JsonNode json(Object value) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readTree(mapper.writeValueAsString(value));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
