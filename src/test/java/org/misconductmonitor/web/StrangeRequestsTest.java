package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is sent: a problem, never a failure, and nothing of what was sent but its parameters' names. */
class StrangeRequestsTest {
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get", "HEAD");
    private static final List<String> PATHS = List.of(
            "/api/v1/alerts",
            "/api/v1/alerts/stream",
            "/api/v1/alerts/@",
            "/api/v1/alerts/@/history",
            "/api/v1/alerts/@/explanation",
            "/api/v1/alerts/@/actions",
            "/api/v1/alerts/actions",
            "/api/v1/officers/@",
            "/api/v1/officers/@/timeline",
            "/api/v1/officers/@/counts",
            "/api/v1/rules/@",
            "/api/v1/rules/check",
            "/api/v1/rules/test",
            "/api/v1/rules/@/test",
            "/api/v1/rules/backtest",
            "/api/v1/rules/backtests/@",
            "/api/v1/alerts/over-time",
            "/api/v1/officers/@/peers",
            "/api/v1/system/dead-letters/replay",
            "/api/v1/system/dead-letters",
            "/api/v1/statistics/cases",
            "/api/v1/statistics/@",
            "/api/v1/@",
            "/@",
            "@",
            "/api/v1/officers/@/@");
    private static final List<String> NAMES = List.of(
            "limit",
            "cursor",
            "sort",
            "rule",
            "firedFrom",
            "firedUntil",
            "from",
            "until",
            "by",
            "period",
            "count",
            "standing",
            "shadow",
            "transition",
            "after",
            "asOf",
            "format",
            "suppress",
            "where",
            "to",
            "population",
            "type",
            "reason",
            "state",
            "owner",
            "open",
            "overdue",
            "@");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e3",
            "2024-13-45",
            "2024-02-30",
            "-999999999-01-01",
            "+1000000000-12-31T23:59:59Z",
            "2024-01-01T00:00:00+25:00",
            "%00",
            "%",
            "%zz",
            "%c3%28",
            "%ff%fe",
            "%f0%9f%92%a9",
            "%0d%0aSet-Cookie:%20a=b",
            "..%2f..%2fetc%2fpasswd",
            "<script>",
            "'%20OR%201=1",
            "null",
            "NaN",
            "0:1",
            "0:1.0:2",
            "99999:999999999999999999",
            "AAAA",
            "MjAyNAo",
            "a".repeat(300),
            "\u0000",
            "true",
            "RED");
    private static final List<String> HEADERS = List.of(
            "Accept: text/event-stream",
            "Accept: */*",
            "Last-Event-ID: @",
            "Content-Type: application/yaml",
            "Content-Type: application/json",
            "Content-Type: @",
            "Content-Length: @",
            "Transfer-Encoding: chunked",
            "If-None-Match: @",
            "Range: bytes=@",
            "Expect: 100-continue",
            "Content-Encoding: gzip",
            "Upgrade: websocket",
            "Cookie: @",
            "X: " + "y".repeat(20_000),
            "No-Colon",
            ": empty",
            "Origin: http://evil.example");
    private static final List<String> BODIES = List.of(
            "",
            "id: a",
            "- - - [",
            "&a [*a, *a]",
            "\u00ff",
            "{",
            "a: b\n---\nc",
            "[]",
            "null",
            "{}",
            "{\"action\":\"CLOSE\"}");

    private static final List<String> ACTION_FIELDS =
            List.of("action", "actionId", "revision", "outcome", "reason", "comment", "statement", "owner", "until");
    private static final List<String> TARGET_FIELDS = List.of("alertId", "actionId", "revision");
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "1",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "[]",
            "{}",
            "[[[[]]]]",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"<script>\"",
            "\"CLOSE\"",
            "\"SNOOZE\"",
            "\"ASSIGN\"",
            "\"close\"",
            "\"FALSE_POSITIVE\"",
            "\"NEW\"",
            "\"2090-01-01T00:00:00Z\"",
            "\"2001-01-01T00:00:00Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"" + "a".repeat(10_001) + "\"",
            "x",
            "",
            "\"");

    private static SilentServer server;

    @BeforeAll
    static void start() {
        server = new SilentServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldAnswerAnythingWithAProblemAtMost() throws Exception {
        for (int seed = 0; seed < 1_500; seed++) {
            String request = request(new Random(seed));
            String answer = server.raw(request.getBytes(StandardCharsets.ISO_8859_1));
            int status = status(answer);
            assertThat(status)
                    .as("seed %d: %s%n%s", seed, request, answer)
                    .matches(code -> code < 500 || code == 503, "no failure");
            if (status >= 400) {
                assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                        .as("seed %d: %s", seed, request)
                        .contains("content-type: application/problem+json");
            }
            assertThat(answer)
                    .as("seed %d: %s", seed, request)
                    .doesNotContain("Set-Cookie", "<script>", "Exception", "\tat ", "jetty", "Jetty", "Javalin");
        }
    }

    /** Every field of an action as it should not be, by itself and with others. */
    @Test
    void shouldAnswerAnyActionWithAProblemAtMost() throws Exception {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            boolean one = random.nextBoolean();
            String action = one
                    ? fields(random, ACTION_FIELDS)
                    : "{\"items\":[" + fields(random, TARGET_FIELDS) + "," + fields(random, TARGET_FIELDS) + "],"
                            + fields(random, ACTION_FIELDS).substring(1);
            HttpResponse<String> answer = server.post(
                    one ? "/api/v1/alerts/x/actions" : "/api/v1/alerts/actions",
                    "application/json",
                    action.getBytes(StandardCharsets.UTF_8));

            assertThat(answer.statusCode())
                    .as("seed %d: %s%n%s", seed, action, answer.body())
                    .isIn(400, 422, 503);
            assertThat(answer.body())
                    .as("seed %d: %s", seed, action)
                    .contains("\"detail\"")
                    .doesNotContain("<script>", "Exception", "jackson");
        }
    }

    private static String fields(Random random, List<String> names) {
        return names.stream()
                .filter(name -> random.nextInt(4) > 0)
                .map(name -> "\"" + name + "\":" + one(JSON_VALUES, random))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static int status(String answer) {
        assertThat(answer).startsWith("HTTP/1.");
        return Integer.parseInt(answer.substring(9, 12));
    }

    private static String request(Random random) {
        StringBuilder request = new StringBuilder();
        request.append(one(METHODS, random)).append(' ').append(filled(one(PATHS, random), random));
        IntStream.range(0, random.nextInt(4)).forEach(i -> request.append(i == 0 ? '?' : '&')
                .append(filled(one(NAMES, random), random))
                .append(random.nextInt(8) == 0 ? "" : "=" + one(VALUES, random)));
        request.append(random.nextInt(20) == 0 ? " HTTP/1.0" : " HTTP/1.1").append("\r\n");
        if (random.nextInt(20) > 0) {
            request.append("Host: localhost\r\n");
        }
        request.append("Connection: close\r\n");
        IntStream.range(0, random.nextInt(3)).forEach(i -> request.append(filled(one(HEADERS, random), random))
                .append("\r\n"));
        String body = one(BODIES, random);
        if (random.nextBoolean()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return request.append("\r\n").append(body).toString();
    }

    private static String filled(String pattern, Random random) {
        return pattern.replace("@", one(VALUES, random));
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
