package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.web.security.Authenticator;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.security.OidcSettings;
import org.misconductmonitor.web.security.OidcTokens;
import org.misconductmonitor.web.security.TokenFile;

/**
 * Who may ask over HTTP.
 *
 * @param tokens file of tokens, or null
 * @param oidc identity provider, or null
 * @param behindProxy whether a proxy in front ends TLS and says who asks
 * @param requestsPerSecond of one caller
 * @param streamsPerCaller that one caller may follow at once
 */
public record AccessConfig(
        Path tokens, OidcSettings oidc, boolean behindProxy, int requestsPerSecond, int streamsPerCaller) {

    boolean asksForCredentials() {
        return tokens != null || oidc != null;
    }

    /** @throws org.misconductmonitor.web.security.TokenFileException if the file is not as it should be */
    HttpSecurity security() {
        List<Authenticator> authenticators = new ArrayList<>();
        if (tokens != null) {
            authenticators.add(TokenFile.open(tokens, HttpSecurity.TOKENS_REREAD, Clock.systemUTC()));
        }
        if (oidc != null) {
            authenticators.add(OidcTokens.of(oidc, Clock.systemUTC()));
        }
        return new HttpSecurity(authenticators, behindProxy, requestsPerSecond, streamsPerCaller);
    }
}
