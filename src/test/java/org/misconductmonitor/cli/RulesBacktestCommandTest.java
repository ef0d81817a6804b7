package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.SharedData;
import org.misconductmonitor.cli.Workbench.Ran;

/** Over files, without a broker. */
class RulesBacktestCommandTest {
    @TempDir
    private Path folder;

    private String events;
    private String rule;

    @BeforeEach
    void prepare() throws IOException {
        events = file(
                "events.jsonl",
                Workbench.recorded(1, "O1", "2020-01-01")
                        + Workbench.recorded(2, "O1", "2020-02-01")
                        + Workbench.recorded(3, "O2", "2021-01-01")
                        + "{\"eventType\":\"FINALISED\",\"eventId\":\"F\",\"officerId\":\"O1\",\"allegationId\":\"A2\","
                        + "\"finding\":\"PROVED\",\"at\":\"2020-03-02T09:00:00Z\"}\n");
        rule = file("rule.yaml", Workbench.RULE);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void shouldPrintFiguresForPeople() {
        Ran ran = Workbench.plain("rules", "backtest", "--against", events, "--rules", rule);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        assertThat(ran.out())
                .contains("4 events of 2 officers, 2020-01-01 to 2021-01-01")
                .contains("1 alert about 1 officer, 0 of them by more than one rule")
                .containsPattern("two-in-a-year +AMBER +1 +0 +0 +1 +\\d+\\.\\d\\d +2 +0\\.0% +30 \\(30 - 30\\)");
    }

    @Test
    void shouldTakeTheWordsOfTheForce() throws IOException {
        String findings = file("findings.csv", "finding,outcome\nPROVED,SUSTAINED\n");

        Ran ran = Workbench.plain(
                "rules", "backtest", "--against", events, "--rules", rule, "--findings", findings, "--json");

        JsonNode result = new ObjectMapper().readTree(ran.out()).get("result");
        assertThat(result.at("/rules/0/flagged/sustained").asDouble()).isEqualTo(1.0);
        assertThat(result.at("/allCases/byOutcome/OPEN").asInt()).isEqualTo(2);
        assertThat(result.at("/from").asText()).isEqualTo("2020-01-01T09:00:00Z");
    }

    @Test
    void shouldCompareWithABaselineAndWriteAPage() throws IOException {
        String baseline = file("baseline.yaml", Workbench.RULE.replace("at: 2", "at: 3"));
        Path page = folder.resolve("page.html");

        Ran ran = Workbench.plain(
                "rules",
                "backtest",
                "--against",
                events,
                "--rules",
                rule,
                "--baseline",
                baseline,
                "--html",
                page.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        assertThat(ran.out()).containsPattern("two-in-a-year +AMBER +1 +0 +0\\R");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("1 gained, 0 lost");
        JsonNode json = new ObjectMapper()
                .readTree(Workbench.plain(
                                "rules",
                                "backtest",
                                "--against",
                                events,
                                "--rules",
                                rule,
                                "--baseline",
                                baseline,
                                "--json")
                        .out());
        assertThat(json.at("/gained/0/officerId").asText()).isEqualTo("O1");
        assertThat(json.get("lost")).isEmpty();
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        String bad = file("bad.jsonl", "{\"eventType\":\"RECORDED\"}\n");

        assertThat(Workbench.plain("rules", "backtest", "--rules", rule).exit()).isEqualTo(Exit.USAGE);
        assertThat(Workbench.plain("rules", "backtest", "--against", bad).err())
                .contains("bad.jsonl: line 1")
                .contains("mend them and try again");
        assertThat(Workbench.plain("rules", "backtest", "--against", "absent.jsonl")
                        .err())
                .contains("absent.jsonl cannot be opened");
        assertThat(Workbench.plain("rules", "backtest", "--against", events, "--rules", bad)
                        .exit())
                .isEqualTo(Exit.FAILED);
    }

    @Test
    void shouldPrintFairnessWithoutNames() throws IOException {
        StringBuilder history = new StringBuilder();
        StringBuilder groups = new StringBuilder("officerId,sex\n");
        for (int i = 0; i < 40; i++) {
            groups.append("O").append(i).append(i < 20 ? ",f\n" : ",m\n");
            boolean twice = i < 10 || i >= 35;
            history.append(Workbench.recorded(2 * i, "O" + i, "2020-01-01"));
            history.append(twice ? Workbench.recorded(2 * i + 1, "O" + i, "2020-02-01") : "");
        }
        String[] arguments = {
            "rules",
            "fairness",
            "--against",
            file("many.jsonl", history.toString()),
            "--characteristics",
            file("groups.csv", groups.toString()),
            "--reference",
            "sex=m",
            "--rules",
            rule,
            "--html",
            folder.resolve("fairness.html").toString()
        };

        Ran ran = Workbench.plain(arguments);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        assertThat(ran.out())
                .containsPattern("two-in-a-year +AMBER +sex +f +20 +10 +50\\.0% +2\\.00 ! +0\\.8\\d - 4\\.\\d\\d")
                .containsPattern("two-in-a-year +AMBER +sex +m +20 +5 +25\\.0% +reference");
        assertThat(ran.out() + Files.readString(folder.resolve("fairness.html")))
                .doesNotContainPattern("\\bO\\d+\\b");
    }

    @Test
    void shouldWorkOnRealRecords() throws IOException {
        String chicago = SharedData.file("chicago-sample.jsonl.gz").toString();
        String left = SharedData.file("chicago-sample-left.jsonl.gz").toString();

        Ran ran = Workbench.plain(
                "rules",
                "backtest",
                "--against",
                chicago,
                left,
                "--rules",
                "src/test/resources/rules/chicago.yaml",
                "--json");

        JsonNode result = new ObjectMapper().readTree(ran.out()).get("result");
        assertThat(result.get("alerts").asInt()).as("the alerts of the oracle").isEqualTo(2948);
        assertThat(result.get("officers").asInt()).isEqualTo(599);
        assertThat(result.at("/allCases/sustained").asDouble()).isBetween(0.07, 0.08);
        assertThat(result.at("/rules/0/toLeaving/count").asInt()).isPositive();
    }
}
