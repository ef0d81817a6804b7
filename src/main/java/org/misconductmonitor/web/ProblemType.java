package org.misconductmonitor.web;

import java.util.Locale;

/** What can go wrong with a request, as RFC 9457 has it. The words are part of the API. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not well formed"),
    INVALID_PARAMETER(400, "A parameter is unknown, missing or not allowed"),
    INVALID_BODY(400, "The body is not what is asked for"),
    UNAUTHORIZED(401, "It is not known who asks"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer does not come in what is accepted"),
    CONFLICT(409, "The alert has changed since the revision that was seen"),
    NOT_POSSIBLE(409, "The alert is not in a state for that"),
    GONE(410, "What is asked for is not there any more"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has the wrong content type"),
    MISDIRECTED(421, "The request is meant for another host"),
    INVALID_ACTION(422, "The action lacks something, or has something that is not allowed"),
    TOO_MANY_REQUESTS(429, "Too much is asked for"),
    FAILED(500, "The monitor failed; its log says where"),
    UNAVAILABLE(503, "It cannot be told now; ask again soon");

    private static final String PREFIX = "urn:misconduct-monitor:problem:";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Identifies the problem for programs. */
    String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem that has a status; of several the most general, for those that the server itself refuses. */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        // 501 and 505: a method or version that no client should use.
        return status < 500 || status == 501 || status == 505 ? INVALID_REQUEST : FAILED;
    }
}
