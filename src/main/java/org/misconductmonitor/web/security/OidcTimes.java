package org.misconductmonitor.web.security;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/** Holds issuer, audience and times of a token to what is expected; clocks may differ by a minute. */
final class OidcTimes extends DefaultJWTClaimsVerifier<SecurityContext> {
    static final int SKEW_SECONDS = 60;

    private final Clock clock;

    OidcTimes(OidcSettings settings, Clock clock) {
        super(
                Set.of(settings.audience()),
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                Set.of("exp", "iat"),
                null);
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
        super.verify(claims, context);
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plusSeconds(SKEW_SECONDS))) {
            throw new BadJWTException("issued in the future");
        }
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
