package org.misconductmonitor.web.security;

import java.util.Optional;

/** Knows one kind of bearer tokens. */
public interface Authenticator {
    /** Whether a token looks like one of its kind; says nothing of whether it is good. */
    boolean knows(String token);

    /**
     * Checks a token.
     *
     * @return empty if it is not good, whatever the reason
     * @throws org.misconductmonitor.query.UnavailableException if that cannot be told now
     */
    Optional<Session> check(String token);
}
