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
    private final Integer retryAfterSeconds;

    /**
     * One of several things that are wrong.
     *
     * @param parameter which one
     * @param message what is wrong and what is allowed
     */
    record Error(String parameter, String message) {}

    private ProblemException(ProblemType type, String detail, List<Error> errors, Integer retryAfterSeconds) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null);
    }

    static ProblemException parameters(List<Error> errors) {
        String detail = errors.size() == 1 ? errors.get(0).message() : errors.size() + " parameters are wrong";
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail, errors, null);
    }

    /** A body with these faults. */
    static ProblemException body(String detail, List<Error> errors) {
        return new ProblemException(ProblemType.INVALID_BODY, detail, errors, null);
    }

    static ProblemException unavailable(String detail, int retryAfterSeconds) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail, List.of(), retryAfterSeconds);
    }

    Reply reply() {
        Map<String, String> headers =
                retryAfterSeconds == null ? Map.of() : Map.of("Retry-After", Integer.toString(retryAfterSeconds));
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
        return json;
    }
}
