package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.engine.RuleTestAlerts;
import org.misconductmonitor.engine.RuleTestEngine;
import org.misconductmonitor.rule.file.RuleTests;
import picocli.CommandLine;

class RulesCommandTest {
    private static final String RULE = """
            id: a
            title: A
            kind: threshold
            where: { severity: GROSS }
            window: P1Y
            levels: [{ level: RED, at: 1 }]
            tests:
              - name: fires
                events: [{ recordedAt: 2020-01-01 }]
                alerts: [{ level: RED, firedAt: 2020-01-01 }]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(RuleTests.Engine engine, String... arguments) {
        CommandLine command = RulesCommand.create(engine);
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private static List<RuleTests.Standing> fires() {
        return List.of(
                new RuleTests.Standing("RED", "officer", Instant.parse("2020-01-01T00:00:00Z"), 1, List.of("e1")));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.yaml"), text).toString();
    }

    @Test
    void shouldShowTheRulesOfGoodFilesAndWhatIsDoubtful() throws IOException {
        String file = file(RULE);
        assertThat(run((rules, arrivals, now) -> List.of(), "check", file)).isZero();
        assertThat(out.toString())
                .matches("(?s)a  [0-9a-f]{12}  threshold  live    1 test  \\Q" + file + "\\E:1:5\\R"
                        + "1 rule read, 1 warning, no errors\\.\\R");
        assertThat(err.toString()).startsWith("warning: " + file + ":4:20: 'GROSS' is not a known word of 'severity'");
    }

    @Test
    void shouldShowEveryErrorOfBadFiles() throws IOException {
        String file = file("id: a\ntitle: A\nkind: threshold\nlevels: [{ level: RED, at: 1 }]\nwidow: P1Y\n");
        assertThat(run((rules, arrivals, now) -> List.of(), "check", file)).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        file + ":5:1: unknown key 'widow'; did you mean 'window'?",
                        "    widow: P1Y",
                        "    ^",
                        "1 error; no rule is loaded.");
    }

    @Test
    void shouldCountTheWorkingDaysOfTheCalendarGiven() throws IOException {
        String calendar = Files.writeString(folder.resolve("days.txt"), "2026-06-08 Ours\n")
                .toString();
        String file = file("""
                id: a
                title: A
                kind: absence
                on: RESPONSE_REQUESTED
                then: { on: RESPONSE_RECEIVED }
                levels: [{ level: AMBER, after: 1 working day }]
                tests:
                  - name: Monday is no working day
                    events: [{ eventType: RESPONSE_REQUESTED, caseId: c, at: 2026-06-05 }]
                    alerts: [{ level: AMBER, firedAt: 2026-06-10 }]
                    now: 2026-12-01
                """);
        RuleTests.Engine engine =
                (rules, arrivals, now) -> RuleTestAlerts.standing(RuleTestEngine.standing(rules, arrivals, now));

        assertThat(run(engine, "test", "--calendar", calendar, file)).isZero();
        assertThat(run(engine, "test", file)).isEqualTo(1);
    }

    @Test
    void shouldTellWhatIsWrongWithACalendar() throws IOException {
        String calendar = Files.writeString(folder.resolve("days.txt"), "# Ours\nMonday\n")
                .toString();

        assertThat(run((rules, arrivals, now) -> List.of(), "check", "--calendar", calendar, file(RULE)))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith(calendar + ":2:1: 'Monday' is no date of the calendar; start the line");
    }

    @Test
    void shouldShowWhichTestsPass() throws IOException {
        assertThat(run((rules, arrivals, now) -> fires(), "test", file(RULE))).isZero();
        assertThat(out.toString()).contains("  passed  fires", "1 test of 1 rule passed.");
    }

    @Test
    void shouldShowHowATestFails() throws IOException {
        assertThat(run((rules, arrivals, now) -> List.of(), "test", file(RULE))).isEqualTo(1);
        assertThat(out.toString()).contains("  FAILED  fires", "missing: RED at 2020-01-01", "1 of 1 test failed.");
    }

    @Test
    void shouldTellProgramsInJson() throws IOException {
        run((rules, arrivals, now) -> List.of(), "test", "--json", file(RULE));
        JsonNode test = new ObjectMapper().readTree(out.toString());
        assertThat(test.get("ok").asBoolean()).isFalse();
        assertThat(test.at("/tests/0/differences/0").asText()).isEqualTo("missing: RED at 2020-01-01");
        out.getBuffer().setLength(0);
        run((rules, arrivals, now) -> List.of(), "check", "--json", file("id: a\n"));
        JsonNode check = new ObjectMapper().readTree(out.toString());
        assertThat(check.get("ok").asBoolean()).isFalse();
        assertThat(check.at("/errors/0/line").asInt()).isEqualTo(1);
        assertThat(check.at("/errors/0/message").asText()).contains("'kind' is missing");
        out.getBuffer().setLength(0);
        run((rules, arrivals, now) -> List.of(), "check", "--json", file(RULE));
        JsonNode good = new ObjectMapper().readTree(out.toString());
        assertThat(good.get("ok").asBoolean()).isTrue();
        assertThat(good.at("/rules/0/id").asText()).isEqualTo("a");
        assertThat(good.at("/warnings/0/line").asInt()).isEqualTo(4);
    }

    @Test
    void shouldEndWithTwoWhenNotUnderstood() {
        assertThat(run((rules, arrivals, now) -> List.of())).isEqualTo(2);
        assertThat(run((rules, arrivals, now) -> List.of(), "check")).isEqualTo(2);
        assertThat(run((rules, arrivals, now) -> List.of(), "chekc", "x")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "Say what to do with the rules: check, test, backtest, fairness, diff, publish, retire or list.");
    }
}
