package org.misconductmonitor.web.security;

import java.time.Duration;
import java.util.List;

/**
 * Who may ask the HTTP server of an instance, and how often.
 *
 * @param authenticators none: whoever reaches the server may do everything, so it must be on the loopback interface
 * @param behindProxy whether a proxy on the way ends TLS and says who asks
 * @param requestsPerSecond of one caller, or of one address where nobody says who asks
 * @param streamsPerCaller that one caller may follow at once
 */
public record HttpSecurity(
        List<Authenticator> authenticators, boolean behindProxy, int requestsPerSecond, int streamsPerCaller) {
    public static final int REQUESTS_PER_SECOND = 50;
    public static final int STREAMS_PER_CALLER = 10;
    /** How long a change of the token file may go unnoticed. */
    public static final Duration TOKENS_REREAD = Duration.ofSeconds(5);

    public HttpSecurity {
        authenticators = List.copyOf(authenticators);
    }

    /** Nobody is asked who they are. */
    public static HttpSecurity none() {
        return new HttpSecurity(List.of(), false, REQUESTS_PER_SECOND, STREAMS_PER_CALLER);
    }

    /** By these credentials, with everything else as it is by default. */
    public static HttpSecurity by(Authenticator... authenticators) {
        return new HttpSecurity(List.of(authenticators), false, REQUESTS_PER_SECOND, STREAMS_PER_CALLER);
    }

    public boolean asksForCredentials() {
        return !authenticators.isEmpty();
    }
}
