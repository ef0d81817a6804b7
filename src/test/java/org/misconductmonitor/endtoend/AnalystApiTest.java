package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** What analysts and operators ask of the HTTP API. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(240)
class AnalystApiTest {
    private ServedMonitor monitor;

    @BeforeAll
    void start(EmbeddedPlatform platform, @TempDir Path directory) {
        Site site = Site.create(platform, directory, Map.of("http.port", "0"));
        monitor = ServedMonitor.start(site.config(), AnalystStory.RULES);
        site.publish(AnalystStory.events());
        RunningMonitor.awaitProcessed(site, Duration.ofSeconds(90));
        monitor.await(
                "/api/v1/alerts?shadow=true", answer -> answer.get("total").asInt() == 2);
    }

    @AfterAll
    void stop() {
        monitor.close();
    }

    @Test
    void shouldSayWhatRulesWouldHaveDone() throws Exception {
        JsonNode begun = json(post("/api/v1/rules/backtest", "application/yaml", AnalystStory.STRICTER), 202);
        JsonNode over = monitor.await(
                "/api/v1/rules/backtests/" + begun.get("id").asText(),
                job -> job.get("state").asText().equals("DONE"));

        assertThat(over.get("progress").asDouble()).isEqualTo(1);
        assertThat(over.get("events").asInt()).isEqualTo(9);
        JsonNode result = over.get("result");
        assertThat(result.get("alerts").asInt()).isEqualTo(2);
        assertThat(result.get("inForce").get("alerts").asInt()).isEqualTo(1);
        JsonNode row = result.get("rules").get(0);
        assertThat(row.get("gained").asInt()).isEqualTo(2);
        assertThat(row.get("lost").asInt()).isEqualTo(1);
        assertThat(row.get("kept").asInt()).isZero();
        assertThat(row.get("months").toString()).isEqualTo("{\"2020-03\":1,\"2021-12\":1}");
        assertThat(row.get("monthsInForce").toString()).isEqualTo("{\"2020-08\":1}");
        assertThat(row.get("tried").get("officers").asInt()).isEqualTo(2);
        assertThat(over.toString()).doesNotContain("anna");

        JsonNode refused = json(
                post("/api/v1/rules/backtest", "application/yaml", AnalystStory.STRICTER.replace("P10Y", "soon")), 400);
        assertThat(refused.get("errors").get(0).get("message").asText()).startsWith("line 5, column");
        assertThat(post("/api/v1/rules/backtest?from=2021-01-01&to=2020-01-01", "application/yaml", "id: a")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldTellWhatARuleOnTrialHasRecorded() {
        JsonNode rows =
                monitor.get("/api/v1/alerts/over-time?shadow=true&by=quarter").get("rows");

        assertThat(rows.findValuesAsText("period")).containsExactly("2020-Q1", "2021-Q4");
        assertThat(rows.findValuesAsText("ruleId")).containsOnly("on-trial");
        assertThat(rows.get(0).get("alerts").asInt()).isEqualTo(1);
        assertThat(rows.get(0).get("standing").asInt()).isEqualTo(1);
    }

    @Test
    void shouldCompareOfficersWithTheirPeers() {
        JsonNode anna = monitor.await(
                        "/api/v1/officers/anna/peers",
                        answer -> answer.get("items").size() == 1
                                && answer.get("items").get(0).get("count").asInt() == 3)
                .get("items")
                .get(0);
        assertThat(anna.get("ruleId").asText()).isEqualTo("peers");
        assertThat(anna.get("group").asText()).isEqualTo("force North");
        assertThat(anna.get("size").asInt()).isEqualTo(3);
        assertThat(anna.get("percentile").asDouble()).isBetween(66.0, 67.0);
        assertThat(anna.get("floor").asInt()).isEqualTo(2);
        assertThat(anna.get("levels").get(0).get("count").asInt()).isEqualTo(2);

        JsonNode dora = monitor.get("/api/v1/officers/dora/peers").get("items").get(0);
        assertThat(dora.get("size").asInt()).isEqualTo(1);
        assertThat(dora.has("percentile")).isFalse();
        assertThat(monitor.send("/api/v1/officers/nobody/peers").statusCode()).isEqualTo(404);
        assertThat(monitor.send("/api/v1/officers/anna/peers?population=t").statusCode())
                .isEqualTo(400);
    }

    @Test
    void shouldCountWhatIsAskedFor() {
        String target = "/api/v1/statistics/officer-allegations";
        assertThat(total(target)).isEqualTo(6);
        assertThat(total(target + "?where=force:North")).isEqualTo(4);
        assertThat(total(target + "?where=force:North&where=category:J")).isEqualTo(3);
        assertThat(total(target + "?where=force:North&where=force:South&from=2020-02-01&to=2021-12-01"))
                .isEqualTo(3);
        JsonNode weeks = monitor.get(target + "?by=week&from=2020-01-01&to=2020-02-01");
        assertThat(weeks.get("table").get("columns").toString()).contains("2020-W01");
    }

    @Test
    void shouldReplayDeadLettersOnce() throws Exception {
        JsonNode letters = monitor.await(
                "/api/v1/system/dead-letters?replayed=false",
                answer -> answer.get("total").asInt() >= 2);
        String first = letters.get("items").get(0).get("letter").asText();
        String body = "{\"letters\":[\"" + first + "\",\"0@99999\"]}";

        JsonNode done = json(post("/api/v1/system/dead-letters/replay", "application/json", body), 200);
        JsonNode again = json(post("/api/v1/system/dead-letters/replay", "application/json", body), 200);

        assertThat(done.get("replayed").asInt()).isEqualTo(1);
        assertThat(done.get("items").findValuesAsText("outcome")).containsExactly("REPLAYED", "ABSENT");
        assertThat(again.get("replayed").asInt()).isZero();
        assertThat(again.get("items").findValuesAsText("outcome")).containsExactly("BEFORE", "ABSENT");
        monitor.await(
                "/api/v1/system/dead-letters?replayed=true",
                answer -> answer.get("total").asInt() == 1);
        // What is still wrong has died again.
        monitor.await(
                "/api/v1/system/dead-letters?replayed=false&reason=FUTURE_DATE",
                answer -> answer.get("total").asInt() == 2);
        JsonNode rest = json(
                post("/api/v1/system/dead-letters/replay", "application/json", "{\"reason\":\"FUTURE_DATE\"}"), 200);
        assertThat(rest.get("replayed").asInt()).isEqualTo(2);
    }

    private int total(String target) {
        JsonNode total = monitor.get(target).get("table").get("total");
        return total.get(total.size() - 1).asInt();
    }

    private HttpResponse<String> post(String target, String type, String body) {
        return monitor.post(target, type, body);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }
}
