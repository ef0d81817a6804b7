package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The document says all there is, and no more. */
class OpenApiTest {
    private static SilentServer server;
    private static String text;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = new SilentServer();
        text = server.get("/openapi.json").body();
        document = new ObjectMapper().readTree(text);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldBeValid() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text, List.of(), options);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSameSizeAs(document.get("paths"));
    }

    @Test
    void shouldDescribeEveryParameterAndAnswer() {
        for (JsonNode operation : operations()) {
            String id = operation.path("operationId").asText();
            assertThat(operation.path("summary").asText()).as(id).isNotEmpty();
            assertThat(operation.path("description").asText()).as(id).isNotEmpty();
            operation.get("parameters").forEach(parameter -> {
                assertThat(parameter.path("description").asText()).as(id).endsWith(".");
                assertThat(parameter.has("schema")).as(id).isTrue();
            });
            operation.get("responses").properties().forEach(answer -> {
                assertThat(answer.getValue().path("description").asText())
                        .as(id)
                        .isNotEmpty();
                if (Integer.parseInt(answer.getKey()) >= 400) {
                    assertThat(answer.getValue().path("content").has("application/problem+json"))
                            .as(id + " " + answer.getKey())
                            .isTrue();
                }
            });
        }
        assertThat(operations().stream()
                        .map(operation -> operation.get("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldReferToSchemasThatAreThere() {
        List<String> names = new ArrayList<>();
        document.get("components").get("schemas").fieldNames().forEachRemaining(names::add);

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(ref -> assertThat(names)
                .contains(ref.substring("#/components/schemas/".length())));
    }

    @Test
    void shouldListWhatIsServed() throws Exception {
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().endsWith("/stream")) {
                HttpResponse<String> answer =
                        server.get(filled(path.getKey(), path.getValue().get("get")));
                assertThat(path.getValue().get("get").get("responses").has(Integer.toString(answer.statusCode())))
                        .as("%s: %d", path.getKey(), answer.statusCode())
                        .isTrue();
                assertThat(answer.body()).doesNotContain("there is nothing here");
            }
        }
    }

    /** The path with something for each of its parameters: the first of what is allowed, if that is a list. */
    private static String filled(String path, JsonNode operation) {
        String filled = path;
        for (JsonNode parameter : operation.get("parameters")) {
            String first = parameter.path("schema").path("enum").path(0).asText("x");
            filled = filled.replace("{" + parameter.get("name").asText() + "}", first);
        }
        return filled;
    }

    private static List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.get("paths").forEach(path -> path.forEach(operations::add));
        return operations;
    }
}
