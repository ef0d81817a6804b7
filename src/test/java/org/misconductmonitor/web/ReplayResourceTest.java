package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be asked to be published again. */
class ReplayResourceTest {
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
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"all\": false}",
                "{\"all\": \"yes\"}",
                "{\"letters\": []}",
                "{\"letters\": [1]}",
                "{\"letters\": \"0@1\"}",
                "{\"letters\": [\"0@1\"], \"all\": true}",
                "{\"reason\": \"\"}",
                "{\"reason\": \"A\", \"all\": true}",
                "{\"colour\": \"red\"}",
                "{\"all\": true, \"all\": true}",
                "{\"all\": true} {}"
            })
    void shouldDoNothingUnlessItIsPlainWhatIsMeant(String body) throws Exception {
        HttpResponse<String> answer = replay(body, "application/json");

        assertThat(answer.statusCode()).as(body).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"all\": true}",
                "{\"letters\": [\"0@1\", \"1@7\"]}",
                "{\"reason\": \"UNKNOWN_SCHEMA\", \"publisher\": \"p\", \"topic\": \"t\"}"
            })
    void shouldDoNothingThatCannotBeWrittenToTheAuditLog(String body) throws Exception {
        HttpResponse<String> answer = replay(body, "application/json; charset=utf-8");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("must be written to the audit log first");
    }

    /** A page of another site can send forms and plain text without asking, and nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void shouldTakeNothingThatAnotherSiteCanSend(String type) throws Exception {
        assertThat(replay("{\"all\": true}", type).statusCode()).isEqualTo(415);
    }

    @Test
    void shouldKnowNoBacktestThatNobodyBegan() throws Exception {
        assertThat(server.get("/api/v1/rules/backtests/none").statusCode()).isEqualTo(404);
        assertThat(server.post("/api/v1/rules/backtests/none/cancel", "text/plain", new byte[0])
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> replay(String body, String type) throws Exception {
        return server.post("/api/v1/system/dead-letters/replay", type, body.getBytes(StandardCharsets.UTF_8));
    }
}
