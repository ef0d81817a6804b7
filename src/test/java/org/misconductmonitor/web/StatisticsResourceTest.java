package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.PublishedTable;

/** What is said of statistics before any fact has been read. */
class StatisticsResourceTest {
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
    void shouldListEveryTableThatIsPublished() throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/statistics");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode items = json(answer).get("items");
        assertThat(items.findValuesAsText("id"))
                .containsExactlyElementsOf(
                        Catalogue.tables().stream().map(PublishedTable::id).toList());
        assertThat(items).allSatisfy(item -> {
            assertThat(item.get("title").asText()).isNotEmpty();
            assertThat(item.get("counts").asText()).endsWith(".");
            assertThat(item.get("source").asText()).isNotEmpty();
        });
    }

    @Test
    void shouldSayThatTheFactsAreBeingRead() throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/statistics/cases");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        assertThat(json(answer).get("detail").asText()).contains("being read");
    }

    @Test
    void shouldNameTheTablesToWhoeverAsksForAnother() throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/statistics/case");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("detail").asText()).contains("cases, allegations", "workforce");
    }

    @ParameterizedTest
    @CsvSource({
        "by=decade, year",
        "by=none, quarter",
        "format=xml, csv",
        "asOf=yesterday, 2024-03-01",
        "asOf=-999999999-01-01, 2024-03-01",
        "suppress=5, true or false",
        "at=2024-03-01, asOf",
        "from=soon, 2024-03-01",
        "where=force, value",
        "where=force:, value",
        "where=colour:red, force",
        "where=officerId:o1, tenantId",
        "where=caseId:c1, tenantId"
    })
    void shouldSayWhatIsAllowed(String parameter, String allowed) throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/statistics/cases?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode error = json(answer).get("errors").get(0);
        assertThat(error.get("parameter").asText()).isEqualTo(parameter.replaceAll("=.*", ""));
        assertThat(error.get("message").asText()).contains(allowed);
    }

    @Test
    void shouldWantAPeriodThatEndsAfterItBegins() throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/statistics/cases?from=2024-02-01&to=2024-02-01");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").findValuesAsText("parameter")).containsExactly("to");
    }

    @Test
    void shouldNameWhatCanBeAskedForAndNobody() throws Exception {
        JsonNode filters = json(server.get("/api/v1/statistics")).get("filters");

        assertThat(filters)
                .extracting(JsonNode::asText)
                .contains("force", "category", "outcome")
                .doesNotContain("officerId", "caseId");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
