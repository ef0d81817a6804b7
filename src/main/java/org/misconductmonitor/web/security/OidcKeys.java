package org.misconductmonitor.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;

/** The public keys of an issuer. Where they are is asked once, when a token is first to be checked. */
final class OidcKeys implements JWKSetSource<SecurityContext> {
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final int PATIENCE_MS = 3_000;
    private static final int LARGEST = 256 * 1024;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final URI issuer;
    private final ResourceRetriever web = new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST);
    private URI place;

    private OidcKeys(OidcSettings settings) {
        this.issuer = settings.issuer();
        this.place = settings.keys();
    }

    /**
     * Keys as they are used.
     *
     * @param kept how long they are used without asking again, unless a token names one that is not known
     * @param pause for how long the issuer is asked twice at most, however many unknown keys are named
     * @param outage how long they are used while the issuer does not answer
     */
    static JWKSource<SecurityContext> of(OidcSettings settings, Duration kept, Duration pause, Duration outage) {
        return JWKSourceBuilder.create(new OidcKeys(settings))
                .cache(kept.toMillis(), WAIT.toMillis())
                .refreshAheadCache(false)
                .rateLimited(pause.toMillis())
                .retrying(true)
                .outageTolerant(outage.toMillis())
                .build();
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws KeySourceException {
        return new URLBasedJWKSetSource<>(place(), web).getJWKSet(refresh, now, context);
    }

    private synchronized URL place() throws JWKSetUnavailableException {
        try {
            if (place == null) {
                place = discovered();
            }
            return place.toURL();
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new JWKSetUnavailableException("the issuer does not say where its keys are", e);
        }
    }

    private URI discovered() throws IOException, ParseException {
        String base = issuer.toString().replaceFirst("/$", "");
        Map<String, Object> document = JSONObjectUtils.parse(
                web.retrieveResource(URI.create(base + DISCOVERY).toURL()).getContent());
        if (!issuer.toString().equals(JSONObjectUtils.getString(document, "issuer"))) {
            throw new IllegalArgumentException("the discovery document is of another issuer");
        }
        URI found = URI.create(JSONObjectUtils.getString(document, "jwks_uri"));
        if (!issuer.getScheme().equals(found.getScheme())) {
            throw new IllegalArgumentException("the keys must be as safe as the discovery document");
        }
        return found;
    }

    @Override
    public void close() {
        // Nothing is kept open between two questions.
    }
}
