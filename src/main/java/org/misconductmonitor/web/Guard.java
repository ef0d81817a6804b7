package org.misconductmonitor.web;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.misconductmonitor.web.security.Authenticator;
import org.misconductmonitor.web.security.Buckets;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.security.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets nobody in who may not be, before anything else of a request is looked at. */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final String BEARER = "Bearer ";
    private static final int BURST_SECONDS = 4;
    private static final int FAILURES_A_MINUTE = 20;

    private final HttpSecurity security;
    private final HostCheck hosts;
    private final Buckets requests;
    private final Buckets failures = new Buckets(FAILURES_A_MINUTE, FAILURES_A_MINUTE, Duration.ofMinutes(1));

    /** @param names by which the server may be called besides those of the loopback interface */
    Guard(HttpSecurity security, Set<String> names) {
        this.security = security;
        this.hosts = new HostCheck(names);
        this.requests = new Buckets(
                (long) BURST_SECONDS * security.requestsPerSecond(),
                security.requestsPerSecond(),
                Duration.ofSeconds(1));
    }

    /**
     * Before anything is looked for. Where tokens are asked for, a page that has given itself our name has none.
     *
     * @throws ProblemException if the request is meant for another host
     */
    void enter(Context context) {
        if (!security.asksForCredentials() && !hosts.accepts(context.header("Host"))) {
            throw ProblemException.of(
                    ProblemType.MISDIRECTED,
                    "this server answers to the loopback interface only, such as 127.0.0.1 or localhost");
        }
    }

    /**
     * Who asks for an operation, which they may not be allowed.
     *
     * @throws ProblemException if nobody knows, or not now
     */
    Session admit(Context context, Operation operation) {
        if (!security.asksForCredentials()) {
            OwnPages.require(context);
            return Session.LOCAL;
        }
        if (operation.permission() == null) {
            admit(context);
            return Session.NOBODY;
        }
        Session session = session(context);
        require(requests.take(session.key()), "you ask too often");
        return session;
    }

    /** @throws ProblemException if no role of whoever asks allows the operation */
    static void allow(Session session, Operation operation) {
        if (operation.permission() != null && !session.caller().may(operation.permission())) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "no role of yours allows it");
        }
    }

    /** Whoever it is may ask for what is open to everybody, but not without end. */
    void admit(Context context) {
        if (security.asksForCredentials()) {
            require(requests.take("address " + address(context)), "you ask too often");
        }
    }

    private Session session(Context context) {
        String address = address(context);
        require(failures.look(address), "too many wrong credentials came from your address");
        List<String> given = Collections.list(context.req().getHeaders("Authorization"));
        if (given.isEmpty()) {
            require(requests.take("address " + address), "you ask too often");
            throw ProblemException.unauthorized("send a token: 'Authorization: Bearer ...'", false);
        }
        Optional<Session> session = given.size() == 1 ? session(given.get(0)) : Optional.empty();
        return session.orElseThrow(() -> {
            failures.take(address);
            if (failures.look(address) > 0) {
                LOG.warn("Too many wrong credentials from {}: it has to wait", address);
            }
            return ProblemException.unauthorized("the token is not good, or not any more", true);
        });
    }

    private Optional<Session> session(String header) {
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = header.substring(BEARER.length()).strip();
        for (Authenticator authenticator : security.authenticators()) {
            if (!token.isEmpty() && authenticator.knows(token)) {
                return authenticator.check(token);
            }
        }
        return Optional.empty();
    }

    /** Whom the request comes from: what the nearest proxy adds, if there is one, is true; what came before it may not be. */
    private String address(Context context) {
        if (security.behindProxy()) {
            List<String> all = Collections.list(context.req().getHeaders("X-Forwarded-For"));
            if (!all.isEmpty()) {
                String last = all.get(all.size() - 1);
                return Texts.shown(last.substring(last.lastIndexOf(',') + 1).strip());
            }
        }
        return context.req().getRemoteAddr();
    }

    private static void require(int seconds, String detail) {
        if (seconds > 0) {
            throw ProblemException.tooMany(detail, seconds);
        }
    }
}
