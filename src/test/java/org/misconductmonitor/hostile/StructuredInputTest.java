package org.misconductmonitor.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.reference.RandomStreams;
import org.misconductmonitor.rule.file.DefaultPack;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is nearly right goes deeper than garbage: rules, events, mappings and tables that keep their grammar. */
@Timeout(300)
class StructuredInputTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectWriter PRETTY = MAPPER.writerWithDefaultPrettyPrinter();

    /** JSON is YAML, too. */
    @Test
    void shouldLoadOrRefuseAnyRule() {
        List<JsonNode> rules = new ArrayList<>();
        DefaultPack.texts().forEach(text -> documents(text.text()).forEach(rules::add));
        assertStands(new RuleTarget(), 400, verdict -> verdict.startsWith("RuleSet"), seed -> text(rules, seed));
    }

    @Test
    void shouldReadOrRejectAnyEvent() throws JsonProcessingException {
        List<JsonNode> events = new ArrayList<>();
        for (int seed = 0; seed < 10; seed++) {
            for (Event event : RandomStreams.scenario(seed).events()) {
                events.add(MAPPER.readTree(EventJson.write(event)));
            }
        }
        assertStands(new ImportTarget(), 3_000, verdict -> verdict.startsWith("{"), seed -> Trees.of(events, seed)
                .toString());
    }

    @Test
    void shouldTranslateOrRejectAnyTable() {
        String good = new String(new TableTarget().seeds().get(0), StandardCharsets.UTF_8);
        String[] parts = good.split("====\n");
        List<JsonNode> mappings = documents(parts[0]);
        assertStands(
                new TableTarget(),
                1_500,
                verdict -> verdict.startsWith("{") || verdict.contains("\n{"),
                seed -> (seed % 2 == 0 ? parts[0] : text(mappings, seed) + "\n") + "====\n" + table(parts[1], seed));
    }

    private interface Inputs {
        String of(long seed);
    }

    /** Some are taken and some are not, or it would prove little. */
    private static void assertStands(Target target, int times, Predicate<String> taken, Inputs inputs) {
        int accepted = 0;
        for (int seed = 0; seed < times; seed++) {
            String input = inputs.of(seed);
            try {
                target.feed(input.getBytes(StandardCharsets.UTF_8));
                accepted += taken.test(target.verdict(input.getBytes(StandardCharsets.UTF_8))) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ": " + input, e);
            }
        }
        assertThat(accepted).isBetween(times / 20, times * 19 / 20);
    }

    private static String table(String good, long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = good.lines()
                .map(line -> new ArrayList<>(List.of(line.split(";", -1))))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int times = random.nextInt(4); times > 0; times--) {
            List<String> row = rows.get(random.nextInt(rows.size()));
            int at = random.nextInt(row.size());
            switch (random.nextInt(5)) {
                case 0 -> row.set(at, "\"" + row.get(at) + "\n\"");
                case 1 -> row.set(at, "");
                case 2 -> row.add(at, row.get(at));
                case 3 -> rows.add(new ArrayList<>(row));
                default ->
                    row.set(at, rows.get(0).get(random.nextInt(rows.get(0).size())));
            }
        }
        return rows.stream().map(row -> String.join(";", row)).collect(Collectors.joining("\n"));
    }

    private static String text(List<JsonNode> good, long seed) {
        try {
            return PRETTY.writeValueAsString(Trees.of(good, seed));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> documents(String yaml) {
        List<JsonNode> documents = new ArrayList<>();
        new Load(LoadSettings.builder().build())
                .loadAllFromString(yaml)
                .forEach(document -> documents.add(MAPPER.<ObjectNode>valueToTree(document)));
        return documents;
    }
}
