package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;

/**
 * One answer of the registry.
 *
 * @param json the body, or a missing node when it is not JSON
 * @param retryAfter the pause that the server asked for, zero when it did not
 */
record RegistryReply(int status, JsonNode json, Duration retryAfter) {
    /** In the place of a body that was longer than any schema that is of use. */
    static final JsonNode TOO_LONG = JsonNodeFactory.instance.objectNode().put("message", "an answer without end");

    /** @throws MalformedRecordException if the body was too long to be read: it will be the next time, too */
    void requireWhole(String what) {
        if (json == TOO_LONG) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.UNDECODABLE,
                    what + " is longer than " + BoundedBody.LONGEST + " bytes");
        }
    }

    boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The registry itself says that it does not have the thing, unlike a proxy that does not find the registry. */
    boolean isNotFound() {
        return status == 404 && errorCode() / 100 == 404;
    }

    /** Whether asking again may help: credentials are rotated, proxies come back, servers restart. */
    boolean isWorthAsking() {
        boolean refused = status == 401 || status == 403 || status == 407 || status == 408 || status == 429;
        boolean notTheRegistry = status < 200
                || status >= 300 && status < 400
                || status == 404 && !isNotFound()
                || isOk() && json.isMissingNode();
        return refused || status >= 500 || notTheRegistry;
    }

    String message() {
        return json.path("message").asText("no message");
    }

    /** What was wrong and what to look at; nothing of an unexpected body is repeated. */
    String problem() {
        return switch (status) {
            case 401, 403, 407 ->
                "HTTP " + status + ": check " + RegistryConfig.USER_INFO + " or " + RegistryConfig.BEARER_TOKEN
                        + " and the rights of that user";
            case 404 -> "HTTP 404, and not from a schema registry: check the path in " + RegistryConfig.URL;
            default -> isOk() ? "an answer that is not JSON: check " + RegistryConfig.URL : "HTTP " + status;
        };
    }

    private int errorCode() {
        return json.path("error_code").asInt();
    }
}
