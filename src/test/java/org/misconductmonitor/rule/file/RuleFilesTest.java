package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.TimeBasis;

class RuleFilesTest {
    private static final String RULE =
            "id: a\ntitle: A\nkind: threshold\nwindow: P1Y\nlevels: [{ level: RED, at: 1 }]\n";

    private static LoadedRules load(String yaml) {
        return RuleFiles.read(List.of(new RuleText("a.yaml", yaml)));
    }

    private static Rule rule(String more) {
        return load(RULE + more).rules().rules().get(0);
    }

    @Test
    void shouldTakeDefaultsForWhatIsNotWritten() {
        Rule rule = rule("");
        Threshold threshold = (Threshold) rule.condition();
        assertThat(rule.status()).isEqualTo(Rule.Status.LIVE);
        assertThat(threshold.on()).containsExactly(EventType.RECORDED);
        assertThat(threshold.count()).isEqualTo(CountingKey.ALLEGATIONS);
        assertThat(threshold.time()).isEqualTo(TimeBasis.RECORDED_AT);
        assertThat(threshold.rearm()).isEqualTo(new Rearm.BelowLowest());
        assertThat(rule.where().matches(field -> null)).isTrue();
    }

    @Test
    void shouldTakeEverythingThatIsWritten() {
        Rule rule = rule("""
                status: shadow
                description: D
                owner: O
                source: S
                validFrom: 2020-02-01
                validUntil: 2024-01-01T00:00:00+01:00
                on: [FINALISED, RECORDED]
                count: cases
                time: occurredAt
                rearm: { after: P90D }
                """);
        Threshold threshold = (Threshold) rule.condition();
        assertThat(rule.status()).isEqualTo(Rule.Status.SHADOW);
        assertThat(rule.validFrom()).isEqualTo(Instant.parse("2020-02-01T00:00:00Z"));
        assertThat(rule.validUntil()).isEqualTo(Instant.parse("2023-12-31T23:00:00Z"));
        assertThat(threshold.on()).containsExactlyInAnyOrder(EventType.FINALISED, EventType.RECORDED);
        assertThat(threshold.count()).isEqualTo(CountingKey.CASES);
        assertThat(threshold.time()).isEqualTo(TimeBasis.OCCURRED_AT);
        assertThat(threshold.rearm()).isEqualTo(new Rearm.After(Duration.ofDays(90)));
    }

    /** YAML would make numbers and booleans of codes like these. */
    @ParameterizedTest
    @CsvSource({"010", "1E3", "NO", "0x1F", "1_000", "10.50", "true", "2020-01-01", "'+7'"})
    void shouldTakeCodesAsTheyAreWritten(String code) {
        Rule rule = rule("where: { category: [" + code + ", B] }");
        assertThat(rule.where().matches(field -> field == Field.CATEGORY ? code : null))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "group: SEXUAL|true",
                "group: DOMESTIC|false",
                "group: [DOMESTIC, SEXUAL]|true",
                "{ group: SEXUAL, sexual: false }|false",
                "group: { not: SEXUAL }|false",
                "group: { not: [DOMESTIC, TRAFFIC] }|true",
                "unit: { not: X }|true",
                "unit: { exists: true }|false",
                "unit: { exists: false }|true",
                "confidence: 70|true",
                "confidence: { gt: 70 }|false",
                "confidence: { gte: 70, lt: 80 }|true",
                "confidence: { lte: 69 }|false",
                "suspensionDays: { gt: 0 }|false",
                "occurredAt: 2020-05-01|true",
                "occurredAt: { lt: 2020-05-01T00:00:01Z }|true",
                "sexual: true|true",
                "not: { group: SEXUAL }|false",
                "not: { group: SEXUAL, sexual: false }|true",
                "any: [{ group: TRAFFIC }, { sexual: true }]|true",
                "any: [{ group: TRAFFIC }]|false",
                "all: [{ group: SEXUAL }, { not: { confidence: { gt: 90 } } }]|true"
            })
    void shouldMatchAsWritten(String where, boolean expected) {
        Map<Field, Object> fact = new EnumMap<>(Field.class);
        fact.put(Field.GROUP, "SEXUAL");
        fact.put(Field.SEXUAL, true);
        fact.put(Field.CONFIDENCE, 70);
        fact.put(Field.OCCURRED_AT, Instant.parse("2020-05-01T00:00:00Z"));
        String written = where.startsWith("{") ? where : "{ " + where + " }";
        assertThat(rule("where: " + written).where().matches(fact::get)).isEqualTo(expected);
    }

    @Test
    void shouldWarnOfWordsThatNobodyKnows() {
        LoadedRules loaded = load(RULE + "where: { severity: GROS_MISCONDUCT, group: SEXAUL, category: ANY }");
        assertThat(loaded.warnings())
                .extracting(RuleProblem::message)
                .containsExactly(
                        "'GROS_MISCONDUCT' is not a known word of 'severity'; did you mean 'GROSS_MISCONDUCT'?",
                        "'SEXAUL' is not a common 'group'; did you mean 'SEXUAL'?");
    }

    @Test
    void shouldWarnOfWordsThatMatchNothingOnceTheyAreSealed() {
        LoadedRules loaded = load(
                RULE + "where: { categoryText: Racial abuse, reason: [RESIGNED, asked to go], category: Rude words }");
        assertThat(loaded.warnings())
                .extracting(RuleProblem::message)
                .hasSize(2)
                .allMatch(message -> message.contains("match nothing once they are sealed"));
    }

    @Test
    void shouldKeepTheTextOfEachDocument() {
        LoadedRules loaded = load("# Head\n" + RULE + "---\n# Second\n" + RULE.replace("id: a", "id: b"));
        assertThat(loaded.documents())
                .extracting(RuleDocument::yaml)
                .containsExactly("# Head\n" + RULE, "---\n# Second\n" + RULE.replace("id: a", "id: b"));
        assertThat(loaded.documents())
                .allSatisfy(document ->
                        assertThat(load(document.yaml()).rules().rules()).containsExactly(document.rule()));
    }
}
