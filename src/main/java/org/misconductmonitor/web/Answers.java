package org.misconductmonitor.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.misconductmonitor.event.Sha256;
import org.misconductmonitor.query.AuditTrail;
import org.misconductmonitor.query.UnavailableException;
import org.misconductmonitor.topology.FailurePlace;
import org.misconductmonitor.web.security.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what operations say, and what goes wrong, into answers. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final int TAG_BYTES = 12;

    private final Guard guard;
    private final AuditTrail audit;

    /** @param audit takes down what is told of people before it is told */
    Answers(Guard guard, AuditTrail audit) {
        this.guard = guard;
        this.audit = audit;
    }

    void answer(Context context, Operation operation) throws Exception {
        if (operation.isAboutPeople()) {
            context.header(CACHE_CONTROL, "no-store");
        }
        Session session = guard.admit(context, operation);
        Trail trail = new Trail(audit, session.caller(), operation, context.header(Trail.REASON));
        try {
            answer(context, operation, session, trail);
        } catch (ProblemException e) {
            Map<String, String> asked = context.pathParamMap();
            trail.refused(e.type(), asked.get("officerId"), asked.get("alertId"));
            throw e;
        }
    }

    private void answer(Context context, Operation operation, Session session, Trail trail) throws Exception {
        Guard.allow(session, operation);
        if (operation.body() != null) {
            requireType(context, operation.body());
        }
        Request request = new Request(context, operation, session, trail);
        if (operation.action() instanceof Operation.Answering answering) {
            Reply reply = answering.answer(request);
            trail.answered();
            send(context, reply);
        } else if (operation.action() instanceof Operation.Streaming streaming) {
            stream(context, streaming, request);
        }
    }

    /**
     * With an ETag, weak because bodies may be compressed, so that nothing is sent twice; nothing is kept by others, and
     * what tells of people by no browser either.
     */
    void send(Context context, Reply reply) {
        reply.headers().forEach(context::header);
        if (context.res().getHeader(CACHE_CONTROL) == null) {
            context.header(CACHE_CONTROL, "private, no-cache");
        }
        context.header("Vary", "Authorization");
        if (reply.status() == 200) {
            String tag = tag(reply.body());
            context.header("ETag", tag);
            if (matches(context.header("If-None-Match"), tag)) {
                context.status(304);
                return;
            }
        }
        context.status(reply.status()).contentType(reply.contentType()).result(reply.body());
    }

    /** What nobody expected: a bug, told without what it was about. */
    void failed(Exception e, Context context) {
        if (e instanceof ProblemException problem) {
            send(context, problem.reply());
        } else if (e instanceof EOFException) {
            send(
                    context,
                    ProblemException.of(ProblemType.INVALID_REQUEST, "the request broke off")
                            .reply());
        } else if (e instanceof UnavailableException unavailable) {
            send(
                    context,
                    ProblemException.unavailable(unavailable.getMessage(), unavailable.retryAfterSeconds())
                            .reply());
        } else {
            LOG.error("A request failed: {} at {}", e.getClass().getName(), FailurePlace.of(e));
            send(
                    context,
                    ProblemException.of(ProblemType.FAILED, "this is a bug; the log says where")
                            .reply());
        }
    }

    /** What Javalin itself refuses. */
    void refused(HttpResponseException e, Context context) {
        ProblemType type = ProblemType.ofStatus(e.getStatus());
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            context.header("Allow", methods);
        }
        send(context, ProblemException.of(type, type.title()).reply());
    }

    private void stream(Context context, Operation.Streaming streaming, Request request) throws Exception {
        if (context.method() == HandlerType.HEAD) {
            context.header("Allow", "GET");
            throw ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "a stream has no end: ask with GET");
        }
        String accept = context.header("Accept");
        if (accept == null || !accept.contains("text/event-stream")) {
            throw ProblemException.of(ProblemType.NOT_ACCEPTABLE, "send 'Accept: text/event-stream'");
        }
        try (EventSource source = streaming.open(request)) {
            tell(source, EventStream.open(context.res()));
        }
    }

    private static void tell(EventSource source, EventStream client) {
        try {
            source.tell(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Too late for a problem: the answer has begun.
            LOG.warn("A client is let go: {}", e.getClass().getName());
        }
    }

    private static void requireType(Context context, Operation.Body body) {
        String type = context.contentType();
        String plain = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!body.types().contains(plain)) {
            throw ProblemException.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type must be " + String.join(" or ", body.types()));
        }
    }

    private static boolean matches(String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        for (String one : ifNoneMatch.split(",")) {
            if (("W/" + one.strip().replaceFirst("^W/", "")).equals(tag)) {
                return true;
            }
        }
        return ifNoneMatch.strip().equals("*");
    }

    private static String tag(byte[] body) {
        byte[] part = Arrays.copyOf(Sha256.of(body), TAG_BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(part) + '"';
    }
}
