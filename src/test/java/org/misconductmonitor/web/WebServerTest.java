package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.web.security.HttpSecurity;

/** What the server promises whoever asks, whether the monitor runs or not. */
class WebServerTest {
    private static SilentServer server;

    @BeforeAll
    static void start() {
        server = new SilentServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi.json", "/metrics", "/nothing", "/api/v1/alerts", "/api/v1/alerts?x=1"})
    void shouldSendSecurityHeadersWithEveryAnswer(String target) throws Exception {
        HttpResponse<String> answer = server.get(target);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).matches("private, no-cache|no-store");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/alerts", "/api/v1/alerts/a", "/api/v1/officers/a", "/api/v1/audit", "/api/v1/alerts?x=1"
            })
    void shouldLetNoBrowserKeepWhatIsToldOfPeople(String target) throws Exception {
        assertThat(server.get(target).headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mr Smith of Leeds said so", "Smith, J."})
    void shouldTakeNobodysOwnWordsForTheAuditLog(String reason) throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/api/v1/alerts").header("Audit-Reason", reason));

        assertThat(problem(answer, 400).get("detail").asText()).contains("Audit-Reason", "such as CASE-17");
        assertThat(answer.body()).doesNotContain("Smith");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE-17", "complaint/2026:118.2_b#3", " "})
    void shouldTakeAReferenceForTheAuditLog(String reason) throws Exception {
        assertThat(server.send(server.request("/api/v1/alerts").header("Audit-Reason", reason))
                        .statusCode())
                .isNotEqualTo(400);
    }

    @Test
    void shouldSayOfATextWithoutRulesWhatIsMissing() throws Exception {
        JsonNode check = new ObjectMapper()
                .readTree(server.post("/api/v1/rules/check", "application/yaml", new byte[0])
                        .body());

        assertThat(check.get("errors").get(0).get("message").asText()).isEqualTo("holds no rule; write one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "0.0.0.0", "[::2]"})
    void shouldRefuseRequestsMeantForOtherHosts(String host) throws Exception {
        String answer = server.raw(("GET /api/v1/alerts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 421").contains("application/problem+json", "misdirected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8080"})
    void shouldAnswerToTheLoopbackInterfaceByAnyOfItsNames(String host) throws Exception {
        String answer = server.raw(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 200");
    }

    @Test
    void shouldTellWhichParametersThereAre() throws Exception {
        JsonNode problem = problem(server.get("/api/v1/alerts?rule=a&leval=RED&limit=0&sort=up"), 400);

        assertThat(problem.get("type").asText()).isEqualTo("urn:misconduct-monitor:problem:invalid-parameter");
        assertThat(problem.get("errors").findValuesAsText("parameter")).containsExactly("leval", "sort", "limit");
        assertThat(problem.get("errors").get(0).get("message").asText()).contains("level", "firedFrom", "cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/alerts",
                "/api/v1/alerts/a",
                "/api/v1/alerts/a/history",
                "/api/v1/alerts/a/explanation",
                "/api/v1/officers/a",
                "/api/v1/officers/a/timeline",
                "/api/v1/officers/a/counts",
                "/api/v1/officers/a/vetting",
                "/api/v1/officers/a/postings",
                "/api/v1/officers/a/peers",
                "/api/v1/alerts/over-time",
                "/api/v1/rules",
                "/api/v1/rules/a",
                "/api/v1/statistics/cases",
                "/api/v1/system/lag",
                "/api/v1/system/accounts",
                "/api/v1/system/dead-letters",
                "/api/v1/system/health/ready"
            })
    void shouldSayThatNothingIsKnownYet(String target) throws Exception {
        HttpResponse<String> answer = server.get(target);

        problem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
    }

    @Test
    void shouldLiveBeforeTheMonitorRuns() throws Exception {
        assertThat(server.get("/api/v1/system/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotSendTwiceWhatTheClientHas() throws Exception {
        HttpResponse<String> first = server.get("/");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> second = server.send(server.request("/").header("If-None-Match", tag));
        HttpResponse<String> other = server.send(server.request("/").header("If-None-Match", "\"other\""));

        assertThat(first.body()).contains("Misconduct Monitor");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..%2flog4j2.properties",
                "/%2e%2e/log4j2.properties",
                "/../log4j2.properties",
                "/x/../../log4j2.properties",
                "/.hidden",
                "//index.html",
                "/index.html/",
                "/log4j2.properties"
            })
    void shouldServeNothingButTheDashboard(String path) throws Exception {
        String answer = server.raw(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).matches("(?s)HTTP/1.1 40[04].*").contains("application/problem+json");
    }

    @Test
    void shouldRefuseOtherMethods() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/api/v1/alerts").DELETE());

        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/openapi.json",
                "/nothing",
                "/api/v1/rules",
                "/api/v1/officers/a",
                "/api/v1/alerts?x=1",
                "/api/v1/system/health/live"
            })
    void shouldAnswerHeadAsGetWithoutBody(String target) throws Exception {
        HttpResponse<String> get = server.get(target);

        HttpResponse<String> head = head(target);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Vary")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
    }

    @Test
    void shouldNotOpenAStreamForHead() throws Exception {
        HttpResponse<String> answer = head("/api/v1/alerts/stream");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET");
    }

    private static HttpResponse<String> head(String target) throws Exception {
        return server.send(server.request(target).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void shouldRefuseBodiesThatAreNotWhatIsAskedFor() throws Exception {
        problem(server.post("/api/v1/rules/check", "text/plain", new byte[] {'a'}), 415);
        problem(server.post("/api/v1/rules/check", "application/yaml", new byte[] {(byte) 0xC3, 0x28}), 400);
        problem(server.post("/api/v1/rules/check", "application/yaml", new byte[2 * 1024 * 1024]), 413);
    }

    @Test
    void shouldCheckRules() throws Exception {
        String good = """
                id: repeat
                title: Repeat
                kind: threshold
                window: P1Y
                levels: [ { level: RED, at: 2 } ]
                tests:
                  - name: two are too many
                    events:
                      - { recordedAt: 2024-01-01 }
                      - { recordedAt: 2024-06-01 }
                    alerts: [ { level: RED, firedAt: 2024-06-01 } ]
                  - name: wrong
                    events: [ { recordedAt: 2024-01-01 } ]
                    alerts: [ { level: RED, firedAt: 2024-01-01 } ]
                """;

        JsonNode checked = json(yaml("/api/v1/rules/check", good));
        JsonNode tested = json(yaml("/api/v1/rules/test", good));
        JsonNode refused = json(yaml("/api/v1/rules/check", good.replace("P1Y", "soon")));

        assertThat(checked.get("ok").asBoolean()).isTrue();
        assertThat(checked.get("rules").get(0).get("id").asText()).isEqualTo("repeat");
        assertThat(tested.get("ok").asBoolean()).isFalse();
        assertThat(tested.get("tests").get(0).get("passed").asBoolean()).isTrue();
        assertThat(tested.get("tests").get(1).get("differences")).isNotEmpty();
        assertThat(refused.get("ok").asBoolean()).isFalse();
        assertThat(refused.get("errors").get(0).get("line").asInt()).isEqualTo(4);
    }

    @Test
    void shouldMeasureRoutesAndNotWhatIsAskedFor() throws Exception {
        server.get("/api/v1/officers/very-secret-officer");
        server.get("/secret-path/of-a-person");

        String metrics = server.get("/metrics").body();

        assertThat(metrics)
                .contains("route=\"/api/v1/officers/{officerId}\"", "misconduct_running 0", "jvm_memory_used_bytes")
                .doesNotContain("secret");
    }

    @Test
    void shouldSayWhenThePortIsTaken() {
        assertThatThrownBy(() ->
                        WebServer.start(Listening.onLoopback(server.port()), HttpSecurity.none(), server.queries()))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("--port");
    }

    private static HttpResponse<String> yaml(String target, String text) throws IOException, InterruptedException {
        return server.post(target, "application/yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asText()).isNotEmpty();
        return problem;
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
