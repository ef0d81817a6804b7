package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A request that is not answered as asked. Its detail goes to the client: never a stack trace or somebody else's data. */
final class ProblemException extends RuntimeException {
    static final String CONTENT_TYPE = "application/problem+json";

    private final ProblemType type;
    private final transient List<Error> errors;
    private final transient Map<String, String> headers;
    private final transient ObjectNode more;

    /**
     * One of several things that are wrong.
     *
     * @param parameter which one
     * @param message what is wrong and what is allowed
     */
    record Error(String parameter, String message) {}

    private ProblemException(
            ProblemType type, String detail, List<Error> errors, Map<String, String> headers, ObjectNode more) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
        this.more = more;
    }

    private ProblemException(ProblemType type, String detail, List<Error> errors, Map<String, String> headers) {
        this(type, detail, errors, headers, JsonNodeFactory.instance.objectNode());
    }

    static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), Map.of());
    }

    /** @param more members of the problem besides those that all have */
    static ProblemException of(ProblemType type, String detail, ObjectNode more) {
        return new ProblemException(type, detail, List.of(), Map.of(), more);
    }

    /** Fields of an action that are missing or wrong, each by its name. */
    static ProblemException action(List<Error> errors) {
        String detail = errors.size() == 1 ? errors.get(0).message() : errors.size() + " fields are wrong";
        return new ProblemException(ProblemType.INVALID_ACTION, detail, errors, Map.of());
    }

    static ProblemException parameters(List<Error> errors) {
        String detail = errors.size() == 1 ? errors.get(0).message() : errors.size() + " parameters are wrong";
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail, errors, Map.of());
    }

    /** A body with these faults. */
    static ProblemException body(String detail, List<Error> errors) {
        return new ProblemException(ProblemType.INVALID_BODY, detail, errors, Map.of());
    }

    static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail, List.of(), retryAfter(retryAfterSeconds));
    }

    static ProblemException tooMany(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.TOO_MANY_REQUESTS, detail, List.of(), retryAfter(retryAfterSeconds));
    }

    /** @param wrong whether there was a credential that is not good */
    static ProblemException unauthorized(String detail, boolean wrong) {
        String challenge = "Bearer realm=\"misconduct-monitor\"" + (wrong ? ", error=\"invalid_token\"" : "");
        return new ProblemException(ProblemType.UNAUTHORIZED, detail, List.of(), Map.of("WWW-Authenticate", challenge));
    }

    private static Map<String, String> retryAfter(int seconds) {
        return Map.of("Retry-After", Integer.toString(seconds));
    }

    ProblemType type() {
        return type;
    }

    Reply reply() {
        return Reply.of(type.status(), CONTENT_TYPE, json().toString()).with(headers);
    }

    private ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", type.uri());
        json.put("title", type.title());
        json.put("status", type.status());
        json.put("detail", getMessage());
        if (!errors.isEmpty()) {
            ArrayNode array = json.putArray("errors");
            errors.forEach(error ->
                    array.addObject().put("parameter", error.parameter()).put("message", error.message()));
        }
        json.setAll(more);
        return json;
    }
}
