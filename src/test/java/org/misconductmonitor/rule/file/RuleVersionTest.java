package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.rule.Rule;

class RuleVersionTest {
    private static final String RULE = """
            id: a
            title: A title
            kind: threshold
            where: { group: [SEXUAL, DOMESTIC], outside: true }
            window: P12M
            levels: [{ level: AMBER, at: 3 }, { level: RED, at: 5 }]
            """;

    private static Rule read(String yaml) {
        return RuleFiles.read(List.of(new RuleText("a.yaml", yaml)))
                .rules()
                .rules()
                .get(0);
    }

    @Test
    void shouldStayWhatItIsFromReleaseToRelease() {
        assertThat(read(RULE).version()).isEqualTo("25c89d4ff308");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                # A comment
                kind:    threshold
                levels:
                  - level: AMBER
                    at: 3
                  - { at: 5, level: "RED" }
                title: 'A title'
                where:
                  outside: true
                  group:
                    - DOMESTIC
                    - SEXUAL
                window: P12M
                id: a
                """, """
                id: a
                title: A title
                kind: threshold
                status: live
                on: [RECORDED]
                count: allegations
                time: recordedAt
                where: { all: [{ outside: [true] }, { all: [{ group: [SEXUAL, DOMESTIC, SEXUAL] }] }] }
                window: P1Y
                levels: [{ level: AMBER, at: 3 }, { level: RED, at: 5 }]
                rearm: below-lowest
                """, """
                id: a
                title: A title
                kind: threshold
                where: { group: [SEXUAL, DOMESTIC], outside: true }
                window: P12M
                levels: [{ level: AMBER, at: 3 }, { level: RED, at: 5 }]
                description: Longer
                owner: Someone
                source: Some law
                exceptions: Some
                tests: [{ name: none, events: [{ at: 2020-01-01 }], alerts: [] }]
                """})
    void shouldNotChangeWithWhatDoesNotChangeTheAlerts(String same) {
        assertThat(read(same).version()).isEqualTo(read(RULE).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a|id: b",
                "title: A title|title: Another title",
                "kind: threshold|status: shadow",
                "SEXUAL, DOMESTIC|SEXUAL",
                "outside: true|outside: false",
                "outside: true|not: { outside: true }",
                "outside: true|outside: { exists: true }",
                "outside: true|confidence: { gt: 50 }",
                "outside: true|confidence: { gte: 50 }",
                "outside: true|any: [{ outside: true }, { sexual: true }]",
                "window: P12M|window: P365D",
                "window: P12M|count: cases",
                "window: P12M|time: occurredAt",
                "window: P12M|on: [FINALISED]",
                "window: P12M|rearm: never",
                "window: P12M|rearm: { after: P9D }",
                "window: P12M|validFrom: 2020-01-01",
                "window: P12M|validUntil: 2020-01-01",
                "at: 5|at: 6",
                "level: RED|level: DARK"
            })
    void shouldChangeWithEverythingThatChangesTheAlerts(String from, String to) {
        boolean added = from.startsWith("window: P12M") && !to.startsWith("window") || from.startsWith("kind");
        String changed = RULE.replace(from, added ? from + "\n" + to : to);
        assertThat(changed).isNotEqualTo(RULE);
        assertThat(read(changed).version())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(read(RULE).version());
    }

    private static final String POPULATION = """
            id: a
            title: A title
            kind: %s
            window: P12M
            %s
            levels: [{ level: AMBER, at: 3 }]
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cluster|by: unit|by: force",
                "cluster|by: unit|{by: unit, per: group}",
                "cluster|by: unit|{by: unit, count: cases}",
                "cluster|by: unit|pairs: true",
                "surge|baseline: P1Y|baseline: P2Y",
                "surge|baseline: P1Y|{baseline: P1Y, by: force}",
                "surge|baseline: P1Y|{baseline: P1Y, floor: 5}",
                "surge|baseline: P1Y|{baseline: P1Y, least: 5}",
                "peer|peers: force|peers: rank",
                "peer|peers: force|{peers: force, floor: 4}",
                "peer|peers: force|{peers: force, group: 40}",
                "decision-maker|{on: FINALISED, reopened: true}|{on: CASE_CLOSED, reopened: true}",
                "decision-maker|{on: FINALISED, reopened: true}|{on: FINALISED, adverse: {finding: NFA}}",
                "decision-maker|{on: FINALISED, adverse: {finding: NFA}}|{on: FINALISED, adverse: {finding: NO_ACTION}}",
                "decision-maker|{on: FINALISED, adverse: {finding: NFA}}|{on: FINALISED, adverse: {finding: NFA}, least: 5}"
            })
    void shouldChangeWithEverythingOfAPopulation(String kind, String some, String other) {
        assertThat(population(kind, some).version())
                .isNotEqualTo(population(kind, other).version());
    }

    /** Keys in braces, as a mapping within a line has them, become lines of their own. */
    private static Rule population(String kind, String keys) {
        String lines =
                keys.startsWith("{") ? keys.substring(1, keys.length() - 1).replaceAll(", (?=[a-z]+: )", "\n") : keys;
        return read(POPULATION.formatted(kind, lines));
    }

    @Test
    void shouldNotChangeWithTheOrderOfPeers() {
        assertThat(population("peer", "peers: [force, rank]").version())
                .isEqualTo(population("peer", "peers: [rank, force]").version());
    }
}
