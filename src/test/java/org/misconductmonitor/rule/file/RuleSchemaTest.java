package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Vocabulary;
import org.misconductmonitor.rule.Matter;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schema and the loader say the same. */
class RuleSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema = read();

    private static JsonNode read() {
        try {
            return JSON.readTree(Path.of("schemas/rule.schema.json").toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> keys(String pointer) {
        Set<String> keys = new LinkedHashSet<>();
        schema.at(pointer).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private List<String> words(String pointer) {
        List<String> words = new ArrayList<>();
        schema.at(pointer).forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Set<String> join(List<String> a, List<String> b) {
        Set<String> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return all;
    }

    @Test
    void shouldHaveTheKeysOfTheLoaderAndNoOthers() {
        assertThat(keys("/properties")).containsExactlyInAnyOrderElementsOf(RuleReader.KEYS);
        assertThat(words("/properties/kind/enum")).isEqualTo(ConditionReaders.kinds());
        assertThat(ConditionReaders.ALL)
                .allSatisfy(reader -> assertThat(keys("/$defs/" + reader.kind() + "/properties"))
                        .containsExactlyInAnyOrderElementsOf(reader.keys()));
        assertThat(keys("/$defs/level/properties")).containsExactlyInAnyOrderElementsOf(ConditionKeys.LEVEL_KEYS);
        assertThat(keys("/$defs/factor/properties")).containsExactlyInAnyOrderElementsOf(ConditionKeys.LEVEL_KEYS);
        assertThat(keys("/$defs/percentile/properties")).containsExactlyInAnyOrderElementsOf(ConditionKeys.LEVEL_KEYS);
        assertThat(keys("/$defs/rearm/anyOf/1/properties")).containsExactlyElementsOf(RearmReader.KEYS);
        assertThat(keys("/$defs/pattern/properties")).containsExactlyInAnyOrderElementsOf(PatternReader.KEYS);
        assertThat(keys("/$defs/situation/properties")).containsExactlyInAnyOrderElementsOf(SituationReader.KEYS);
        assertThat(keys("/$defs/hold/properties")).containsExactlyInAnyOrderElementsOf(AbsenceReader.HOLD_KEYS);
        assertThat(keys("/$defs/deadline/properties")).containsExactlyInAnyOrderElementsOf(AbsenceReader.STEP_KEYS);
        assertThat(keys("/$defs/weights/properties")).containsExactlyInAnyOrderElementsOf(WeightsReader.KEYS);
        assertThat(keys("/$defs/test/properties")).containsExactlyInAnyOrderElementsOf(RuleTestReader.KEYS);
        assertThat(keys("/$defs/step/properties")).containsExactlyInAnyOrderElementsOf(RuleTestReader.STEP_KEYS);
        assertThat(keys("/$defs/alert/properties")).containsExactlyInAnyOrderElementsOf(ExpectedAlertReader.KEYS);
    }

    @Test
    void shouldHaveTheWordsOfTheLoaderAndNoOthers() {
        assertThat(words("/properties/status/enum")).isEqualTo(RuleReader.STATUSES);
        assertThat(words("/$defs/rearm/anyOf/0/enum")).isEqualTo(RearmReader.WORDS);
        assertThat(words("/$defs/threshold/properties/count/enum")).isEqualTo(ConditionKeys.COUNTS);
        assertThat(words("/$defs/threshold/properties/time/enum")).isEqualTo(ConditionKeys.TIMES);
        assertThat(words("/$defs/populationCount/enum")).isEqualTo(ConditionKeys.ALL_COUNTS);
        assertThat(words("/$defs/subjects/enum")).isEqualTo(PopulationKeys.SUBJECTS);
        assertThat(words("/$defs/peer/properties/peers/anyOf/0/enum")).isEqualTo(PeerReader.PEERS);
        assertThat(words("/$defs/feed/properties/by/enum")).isEqualTo(FeedReader.BY);
        assertThat(words("/$defs/by/enum")).isEqualTo(Matter.words());
        assertThat(words("/$defs/trend/properties/rising/enum")).isEqualTo(TrendReader.RISING);
        assertThat(words("/$defs/eventType/enum")).isEqualTo(Vocabulary.closed(Field.EVENT_TYPE));
        assertThat(keys("/$defs/instant.test/anyOf/2/properties"))
                .containsExactlyInAnyOrderElementsOf(FieldTests.WORDS);
        assertThat(keys("/$defs/text.test/anyOf/2/properties")).containsExactlyInAnyOrder("exists", "not");
    }

    @Test
    void shouldHaveEveryFieldByItsKind() {
        assertThat(keys("/$defs/where/properties"))
                .containsExactlyInAnyOrderElementsOf(join(FilterReader.WORDS, without("narrative", FieldValues.NAMES)));
        assertThat(keys("/$defs/event/properties"))
                .containsExactlyInAnyOrderElementsOf(join(TestEventReader.WORDS, FieldValues.NAMES));
        for (Field field : Field.values()) {
            String name = field.jsonName();
            String type = field.kind() == Field.Kind.VOCABULARY
                    ? "vocabulary." + name
                    : field.kind().name().toLowerCase(Locale.ROOT);
            if (field != Field.NARRATIVE) {
                assertThat(schema.at("/$defs/where/properties/" + name + "/$ref")
                                .asText())
                        .isEqualTo("#/$defs/" + type + ".test");
            }
            if (field.kind() == Field.Kind.VOCABULARY) {
                assertThat(words("/$defs/" + type + "/anyOf/0/enum")).isEqualTo(Vocabulary.closed(field));
            }
        }
    }

    private static List<String> without(String word, List<String> words) {
        return words.stream().filter(each -> !each.equals(word)).toList();
    }

    @Test
    void shouldAcceptEveryRuleFileThatTheLoaderAccepts() throws IOException {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        List<String> messages = new ArrayList<>();
        for (Path file : goodFiles()) {
            for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
                Set<ValidationMessage> wrong = validator.validate(JSON.valueToTree(document));
                wrong.forEach(message -> messages.add(file + ": " + message));
            }
        }
        assertThat(messages).isEmpty();
    }

    @Test
    void shouldRefuseWhatTheLoaderRefuses() {
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        String rule = "{id: a, title: b, window: P1D, levels: [{level: RED, at: 1}], kind: %s}";
        for (String more : List.of(
                "threshold, widow: P1D",
                "threshold, where: {gruop: SEXUAL}",
                "threshold, where: {confidence: x}",
                "threshold, where: {}",
                "threshold, status: on",
                "threshold, on: [RECORDD]",
                "threshold, rearm: {afterwards: P9D}",
                "threshold, tests: [{name: a, events: [{}], alerts: []}]",
                "score",
                "score, weights: {field: severity, values: {}}",
                "score, weights: {field: severity, values: {MISCONDUCT: -1}}",
                "score, weights: {field: severity, values: {MISCONDUCT: 1}, other: 1}",
                "score, weights: {field: severity, values: {MISCONDUCT: 1}}, halfLife: 180")) {
            Object document = new Load(LoadSettings.builder().build()).loadFromString(rule.formatted(more));
            assertThat(validator.validate(JSON.valueToTree(document))).as(more).isNotEmpty();
        }
    }

    private static List<Path> goodFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src/main/resources/rules", "src/test/resources/rules")) {
            try (Stream<Path> entries = Files.list(Path.of(folder))) {
                entries.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
            }
        }
        return files;
    }
}
