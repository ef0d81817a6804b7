package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI 3.1 document of the resources, made from what registers their routes. */
final class OpenApi {
    private static final String DESCRIPTION = "description";
    private static final String TOKEN = "token";
    /** What any operation may answer. */
    private static final Set<ProblemType> ALWAYS = EnumSet.of(
            ProblemType.INVALID_PARAMETER,
            ProblemType.MISDIRECTED,
            ProblemType.FAILED,
            ProblemType.METHOD_NOT_ALLOWED,
            ProblemType.TOO_MANY_REQUESTS);

    private OpenApi() {}

    static ObjectNode document(List<Resource> resources) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Misconduct Monitor")
                .put("version", "1")
                .put(
                        DESCRIPTION,
                        "Alerts on patterns of misconduct, with the evidence of each. Times are RFC 3339, UTC. Lists come"
                                + " in parts: pass `next` as `cursor`. Errors are problem details (RFC 9457).");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        resources.stream()
                .flatMap(resource -> resource.operations().stream())
                .forEach(operation -> paths.withObjectProperty(operation.path())
                        .set(operation.method().toLowerCase(Locale.ROOT), operation(operation)));
        ObjectNode components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject(TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        DESCRIPTION,
                        "A token of the token file, or an access token of the OpenID Connect provider. Where neither is"
                                + " set up, only this machine can ask and needs none.");
        ObjectNode schemas = components.putObject("schemas");
        resources.forEach(resource -> resource.schemas().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(schema -> schemas.set(schema.getKey(), schema.getValue())));
        schemas.set("Problem", problem());
        return document;
    }

    private static ObjectNode operation(Operation operation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("operationId", operation.id());
        json.putArray("tags").add(operation.tag());
        json.put("summary", operation.summary());
        json.put(DESCRIPTION, operation.description());
        access(operation, json);
        ArrayNode params = json.putArray("parameters");
        operation.params().forEach(param -> params.add(parameter(param)));
        if (operation.body() != null) {
            ObjectNode body = json.putObject("requestBody");
            body.put(DESCRIPTION, operation.body().description()).put("required", true);
            ObjectNode content = body.putObject("content");
            ObjectNode sent = operation.body().schema();
            operation.body().types().forEach(type -> content.putObject(type)
                    .set("schema", sent == null ? Schemas.text() : sent));
        }
        responses(operation, json.putObject("responses"));
        return json;
    }

    private static void access(Operation operation, ObjectNode json) {
        ArrayNode security = json.putArray("security");
        if (operation.permission() != null) {
            security.addObject().putArray(TOKEN);
            json.put("x-permission", AccessTable.word(operation.permission()));
            ArrayNode roles = json.putArray("x-roles");
            AccessTable.roles(operation).forEach(role -> roles.add(AccessTable.word(role)));
        }
    }

    private static ObjectNode parameter(Param<?> param) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", param.name());
        json.put("in", param.place().name().toLowerCase(Locale.ROOT));
        json.put(DESCRIPTION, param.description());
        json.put("required", param.place() == Param.Place.PATH);
        json.set("schema", param.many() ? Schemas.array(param.schema()) : param.schema());
        return json;
    }

    private static void responses(Operation operation, ObjectNode responses) {
        ObjectNode good = responses.putObject(Integer.toString(operation.success()));
        good.put(DESCRIPTION, operation.summary());
        ObjectNode content = good.putObject("content");
        content.putObject(operation.answer())
                .set("schema", operation.schema() == null ? Schemas.text() : operation.schema());
        operation.others().forEach(type -> content.putObject(type).set("schema", Schemas.text()));
        if (operation.later() != null) {
            ObjectNode begun = responses.putObject("202").put(DESCRIPTION, operation.later());
            begun.putObject("content").putObject(operation.answer()).set("schema", operation.schema());
        }
        if (operation.isConditional()) {
            responses.putObject("304").put(DESCRIPTION, "It is as the ETag in If-None-Match says.");
        }
        Set<ProblemType> problems = new TreeSet<>(ALWAYS);
        problems.addAll(operation.problems());
        if (operation.permission() != null) {
            problems.addAll(List.of(ProblemType.UNAUTHORIZED, ProblemType.FORBIDDEN, ProblemType.UNAVAILABLE));
        }
        if (operation.body() != null) {
            problems.addAll(
                    List.of(ProblemType.INVALID_BODY, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE));
        }
        for (ProblemType type : problems) {
            ObjectNode response = responses.withObjectProperty(Integer.toString(type.status()));
            response.put(
                    DESCRIPTION,
                    response.has(DESCRIPTION)
                            ? response.get(DESCRIPTION).asText() + ". Or: " + type.title()
                            : type.title());
            response.withObjectProperty("content")
                    .withObjectProperty(ProblemException.CONTENT_TYPE)
                    .set("schema", Schemas.ref("Problem"));
            if (type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS) {
                response.withObjectProperty("headers")
                        .withObjectProperty("Retry-After")
                        .put(DESCRIPTION, "Seconds after which it is worth to ask again.")
                        .set("schema", Schemas.integer());
            }
            if (type == ProblemType.UNAUTHORIZED) {
                response.withObjectProperty("headers")
                        .withObjectProperty("WWW-Authenticate")
                        .put(DESCRIPTION, "Bearer, and what is wrong with the token if there is one.")
                        .set("schema", Schemas.text());
            }
        }
    }

    private static ObjectNode problem() {
        ObjectNode error = Schemas.object()
                .with("parameter", Schemas.text("Which one is wrong."))
                .with("message", Schemas.text("What is wrong and what is allowed."))
                .build();
        return Schemas.object()
                .with(
                        "type",
                        Schemas.oneOf(Arrays.stream(ProblemType.values())
                                        .map(ProblemType::uri)
                                        .toList())
                                .put(DESCRIPTION, "Identifies the problem for programs."))
                .with("title", Schemas.text("The problem in short."))
                .with("status", Schemas.integer("The HTTP status."))
                .with("detail", Schemas.text("What is wrong this time and what to do."))
                .maybe("errors", Schemas.array(error, "Each thing that is wrong."))
                .build();
    }
}
