package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.SharedData;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** Real records and the alerts that an independent program found in them, where this machine has them. */
class ChicagoTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is published of an alert of the sample. */
    private record Published(
            String ruleId, String officerId, int level, Instant firedAt, int count, List<String> evidence) {}

    @Test
    void shouldRaiseThePublishedAlerts() throws IOException {
        Path sample = SharedData.file("chicago-sample.jsonl.gz");
        List<Event> events = lines(sample).stream().map(ChicagoTest::event).toList();
        RuleSet rules =
                rules(JSON.readTree(SharedData.file("chicago-rules.json").toFile()));
        List<Published> expected = lines(SharedData.file("chicago-sample-alerts.jsonl.gz")).stream()
                .map(ChicagoTest::published)
                .toList();

        List<Published> alerts = Reference.standing(events, rules).stream()
                .map(ChicagoTest::published)
                .toList();

        assertThat(expected).hasSize(2948);
        assertThat(alerts).isEqualTo(expected);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static Event event(JsonNode line) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        line.properties().forEach(property -> {
            Field field = Field.named(property.getKey()).orElseThrow();
            JsonNode value = property.getValue();
            fields.put(
                    field,
                    switch (field.kind()) {
                        case TEXT, VOCABULARY -> value.asText();
                        case INSTANT -> Instant.parse(value.asText());
                        case INTEGER -> value.asInt();
                        case FLAG -> value.asBoolean();
                    });
        });
        return EventBuilder.of(fields);
    }

    private static RuleSet rules(JsonNode file) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : file) {
            int[] levels = StreamSupport.stream(rule.get("levels").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();
            String window = "P" + rule.get("windowDays").asInt() + "D";
            rules.add(Facts.rule(
                    rule.get("id").asText(),
                    where(rule.get("categories")),
                    Facts.threshold(CountingKey.ALLEGATIONS, window, levels)));
        }
        return new RuleSet(rules);
    }

    private static Filter where(JsonNode categories) {
        if (categories.isTextual()) {
            return Filter.EVERYTHING;
        }
        Set<Object> values = new HashSet<>();
        categories.forEach(value -> values.add(value.asText()));
        return new Filter.Any(List.of(new Filter.In(Field.CATEGORY, values), new Filter.In(Field.GROUP, values)));
    }

    private static Published published(JsonNode line) {
        List<String> evidence = new ArrayList<>();
        line.get("evidence").forEach(allegation -> evidence.add(allegation.asText()));
        return new Published(
                line.get("ruleId").asText(),
                line.get("officerId").asText(),
                line.get("level").asInt(),
                Instant.parse(line.get("firedAt").asText()),
                line.get("count").asInt(),
                evidence);
    }

    private static Published published(StandingAlert alert) {
        return new Published(
                alert.ruleId(),
                alert.subjectId(),
                alert.levelIndex(),
                alert.firedAt(),
                alert.count(),
                alert.evidence().stream()
                        .map(ReferenceEvidence::allegationId)
                        .distinct()
                        .toList());
    }
}
