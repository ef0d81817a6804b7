package org.misconductmonitor.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on this machine, with its discovery document and its keys. */
final class Issuer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final String AUDIENCE = "misconduct-monitor";

    private final HttpServer server;
    final AtomicInteger asked = new AtomicInteger();
    volatile List<JWK> published = List.of();
    volatile boolean away;
    volatile String claimedIssuer;

    Issuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        claimedIssuer = uri().toString();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(exchange, "{\"issuer\":\"" + claimedIssuer + "\",\"jwks_uri\":\"" + uri() + "/keys\"}"));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(exchange, new JWKSet(published).toString(true));
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    OidcSettings settings() {
        return OidcSettings.of(uri(), AUDIENCE);
    }

    static RSAKey rsa(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    static JWK ec(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }

    /** The claims of a good token. */
    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(uri().toString())
                .audience(AUDIENCE)
                .subject("r17")
                .issueTime(Date.from(NOW.minusSeconds(10)))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .claim("roles", List.of("reviewer", "offline_access"))
                .claim("tenants", List.of("north"))
                .claim("forces", "*");
    }

    static String signed(JWK key, JWSHeader header, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(key instanceof RSAKey rsa ? new RSASSASigner(rsa) : new ECDSASigner(key.toECKey()));
        return token.serialize();
    }

    static String signed(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) throws JOSEException {
        return signed(
                key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
