package org.misconductmonitor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.misconductmonitor.query.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of an identity provider, as OpenID Connect has them: signed with a key that it publishes, never with a
 * secret and never unsigned. Keys may change at any time, and the provider may be away for hours.
 */
public final class OidcTokens implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(OidcTokens.class);
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(4);
    private static final int SOON = 5;
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final OidcClaims claims;
    private final Clock clock;

    private OidcTokens(OidcSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        this.claims = new OidcClaims(settings);
        this.clock = clock;
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(new OidcTimes(settings, clock));
    }

    /** Asks nobody yet: the provider may start later. */
    public static OidcTokens of(OidcSettings settings, Clock clock) {
        return of(settings, clock, KEPT, PAUSE, OUTAGE);
    }

    static OidcTokens of(OidcSettings settings, Clock clock, Duration kept, Duration pause, Duration outage) {
        return new OidcTokens(settings, OidcKeys.of(settings, kept, pause, outage), clock);
    }

    /** What has the three parts of a signed token. */
    @Override
    public boolean knows(String token) {
        return token.chars().filter(character -> character == '.').count() == 2;
    }

    @Override
    public Optional<Session> check(String token) {
        try {
            JWTClaimsSet found = processor.process(token, null);
            Instant expires = found.getExpirationTime().toInstant();
            return claims.caller(found)
                    .map(caller -> new Session(caller, "oidc " + caller.name(), () -> clock.instant()
                            .isBefore(expires)));
        } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
            // Why is for those who run the provider, never for whoever sent it.
            LOG.debug("A token is refused: {}", e.getMessage());
            return Optional.empty();
        } catch (KeySourceException e) {
            LOG.warn("The keys of the identity provider cannot be read: {}", e.getMessage());
            throw new UnavailableException("the identity provider does not answer", SOON);
        } catch (JOSEException e) {
            LOG.debug("A token cannot be checked: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
