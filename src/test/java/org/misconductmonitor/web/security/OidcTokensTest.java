package org.misconductmonitor.web.security;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static com.nimbusds.jose.JWSAlgorithm.RS512;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.misconductmonitor.web.security.Issuer.NOW;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.query.UnavailableException;

/** Access tokens of an identity provider that is on this machine. */
@Timeout(60)
class OidcTokensTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static RSAKey first;
    private static RSAKey second;
    private static JWK curve;

    private Issuer issuer;
    private OidcTokens tokens;

    @BeforeAll
    static void makeKeys() throws Exception {
        first = Issuer.rsa("first");
        second = Issuer.rsa("second");
        curve = Issuer.ec("curve");
    }

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        issuer.published = List.of(first, curve);
        tokens = tokens(issuer.settings(), NOW);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void shouldTakeWhatTheIssuerHasSigned() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();

        for (JWSAlgorithm algorithm : List.of(RS256, PS256)) {
            assertThat(tokens.check(Issuer.signed(first, algorithm, claims))).isPresent();
        }
        assertThat(tokens.check(Issuer.signed(curve, ES256, claims)))
                .map(Session::caller)
                .hasValue(new Caller(
                        "r17",
                        Set.of(Role.REVIEWER),
                        new Reach(Limit.to(List.of("north")), Limit.ALL, Limit.to(List.of("r17")))));
    }

    @Test
    void shouldAllowNothingThatIsNotClaimed() throws Exception {
        JWTClaimsSet claims = issuer.claims()
                .claim("roles", null)
                .claim("tenants", null)
                .claim("forces", 7)
                .claim("publishers", List.of())
                .build();

        assertThat(tokens.check(Issuer.signed(first, RS256, claims)))
                .map(Session::caller)
                .hasValue(new Caller("r17", Set.of(), Reach.NOTHING));
    }

    @Test
    void shouldReadClaimsInsideOfOthers() throws Exception {
        OidcSettings nested = new OidcSettings(
                issuer.uri(), Issuer.AUDIENCE, null, "realm.roles", "tenants", "forces", "https://x.y/p", "name");
        JWTClaimsSet claims = issuer.claims()
                .claim("realm", Map.of("roles", List.of("AUDITOR")))
                .claim("https://x.y/p", "*")
                .claim("name", "Ada")
                .build();

        Caller caller = tokens(nested, NOW)
                .check(Issuer.signed(first, RS256, claims))
                .orElseThrow()
                .caller();

        assertThat(caller.roles()).containsExactly(Role.AUDITOR);
        assertThat(caller.name()).isEqualTo("Ada");
        assertThat(caller.reach().publishers()).isEqualTo(Limit.ALL);
    }

    @Test
    void shouldRefuseWrongClaims() throws Exception {
        refuses(claims -> claims.issuer("https://other.example"));
        refuses(claims -> claims.issuer(null));
        refuses(claims -> claims.audience("somebody-else"));
        refuses(claims -> claims.audience((String) null));
        refuses(claims -> claims.expirationTime(null));
        refuses(claims -> claims.issueTime(null));
        refuses(claims -> claims.subject(null));
        refuses(claims -> claims.subject("a\nb"));
        refuses(claims -> claims.expirationTime(at(-61)));
        refuses(claims -> claims.notBeforeTime(at(62)));
        refuses(claims -> claims.issueTime(at(62)));
    }

    @Test
    void shouldForgiveClocksThatDifferByLessThanAMinute() throws Exception {
        JWTClaimsSet claims = issuer.claims()
                .expirationTime(at(-59))
                .notBeforeTime(at(59))
                .issueTime(at(59))
                .build();

        assertThat(tokens.check(Issuer.signed(first, RS256, claims))).isPresent();
    }

    @Test
    void shouldEndSessionsWhenTheTokenEnds() throws Exception {
        String token = Issuer.signed(first, RS256, issuer.claims().build());
        OidcTokens now = tokens;
        OidcTokens later = tokens(issuer.settings(), NOW.plusSeconds(301));

        assertThat(now.check(token).orElseThrow().stands()).isTrue();
        assertThat(later.check(token).orElseThrow().stands()).isFalse();
    }

    @Test
    void shouldRefuseOtherWaysOfSigning() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();
        String good = Issuer.signed(first, RS256, claims);
        String[] parts = good.split("\\.");
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(), claims);
        confused.sign(new MACSigner(first.toRSAPublicKey().getEncoded()));

        assertThat(tokens.check(confused.serialize()))
                .as("the public key as a secret")
                .isEmpty();
        assertThat(tokens.check(new PlainJWT(claims).serialize()))
                .as("unsigned")
                .isEmpty();
        assertThat(tokens.check(header("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .as("none")
                .isEmpty();
        assertThat(tokens.check(header("{\"alg\":\"None\",\"kid\":\"first\"}") + "." + parts[1] + "." + parts[2]))
                .as("None")
                .isEmpty();
        assertThat(tokens.check(parts[0] + "." + parts[1] + "."))
                .as("no signature")
                .isEmpty();
        assertThat(tokens.check(Issuer.signed(first, RS512, claims)))
                .as("RS512")
                .isEmpty();
        assertThat(tokens.check(Issuer.signed(second, RS256, claims)))
                .as("a key of nobody")
                .isEmpty();
    }

    @Test
    void shouldRefuseAKeyUnderTheNameOfAnother() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();

        assertThat(tokens.check(Issuer.signed(
                        second, new JWSHeader.Builder(RS256).keyID("first").build(), claims)))
                .isEmpty();
        assertThat(tokens.check(Issuer.signed(
                        second,
                        new JWSHeader.Builder(RS256)
                                .keyID("second")
                                .jwk(second.toPublicJWK())
                                .build(),
                        claims)))
                .as("a key that the token brings along")
                .isEmpty();
        assertThat(tokens.check(Issuer.signed(
                        curve, new JWSHeader.Builder(ES256).keyID("first").build(), claims)))
                .as("a key of another kind")
                .isEmpty();
    }

    @Test
    void shouldRefuseTokensOfAnotherKind() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();

        assertThat(tokens.check(typed("at+jwt", claims))).isPresent();
        for (String other : List.of("logout+jwt", "dpop+jwt", "JOSE")) {
            assertThat(tokens.check(typed(other, claims))).as(other).isEmpty();
        }
    }

    @Test
    void shouldNeverFailWhateverTheToken() throws Exception {
        String good = Issuer.signed(first, RS256, issuer.claims().build());
        String signature = good.substring(good.lastIndexOf('.'));
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            StringBuilder token = new StringBuilder(good);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(token.length());
                switch (random.nextInt(3)) {
                    case 0 -> token.deleteCharAt(at);
                    case 1 -> token.insert(at, (char) (33 + random.nextInt(94)));
                    default -> token.setCharAt(at, (char) (33 + random.nextInt(94)));
                }
            }
            String changed = token.toString();
            // The last letter of Base64 holds bits that nobody looks at: the signature may be the same after all.
            if (!changed.startsWith(good.substring(0, good.length() - signature.length()))) {
                assertThat(tokens.check(changed))
                        .as("seed %d: %s", seed, changed)
                        .isEmpty();
            } else {
                tokens.check(changed);
            }
        }
    }

    @Test
    void shouldFollowKeysThatChange() throws Exception {
        String old = Issuer.signed(first, RS256, issuer.claims().build());
        assertThat(tokens.check(old)).isPresent();

        issuer.published = List.of(second);

        assertThat(tokens.check(Issuer.signed(second, RS256, issuer.claims().build())))
                .as("at once: its key is not known")
                .isPresent();
        assertThat(tokens.check(old)).as("its key has gone").isEmpty();
    }

    @Test
    void shouldNotAskForEveryUnknownKey() throws Exception {
        assertThat(tokens.check(Issuer.signed(first, RS256, issuer.claims().build())))
                .isPresent();
        for (int i = 0; i < 50; i++) {
            JWSHeader header =
                    new JWSHeader.Builder(RS256).keyID("unknown-" + i).build();
            assertThat(tokens.check(Issuer.signed(first, header, issuer.claims().build())))
                    .isEmpty();
        }

        assertThat(issuer.asked.get()).isLessThanOrEqualTo(2);
        assertThat(tokens.check(Issuer.signed(first, RS256, issuer.claims().build())))
                .isPresent();
    }

    @Test
    void shouldGoOnWhileTheIssuerIsAway() throws Exception {
        OidcTokens forgetful =
                OidcTokens.of(issuer.settings(), clock(NOW), Duration.ofMillis(20), Duration.ofMillis(1), LONG);
        String token = Issuer.signed(first, RS256, issuer.claims().build());
        assertThat(forgetful.check(token)).isPresent();
        issuer.away = true;
        int asked = issuer.asked.get();

        while (issuer.asked.get() == asked) {
            assertThat(forgetful.check(token)).isPresent();
        }
        assertThat(forgetful.check(token)).isPresent();
    }

    @Test
    void shouldSayThatItCannotTellUntilTheIssuerHasBeenHeardOf() throws Exception {
        String token = Issuer.signed(first, RS256, issuer.claims().build());
        OidcTokens patient = OidcTokens.of(issuer.settings(), clock(NOW), LONG, Duration.ofMillis(1), LONG.plus(LONG));
        issuer.away = true;
        assertThatThrownBy(() -> patient.check(token)).isInstanceOf(UnavailableException.class);

        issuer.away = false;

        assertThat(patient.check(token)).isPresent();
    }

    @Test
    void shouldNotBelieveTheDiscoveryDocumentOfAnother() throws Exception {
        String token = Issuer.signed(first, RS256, issuer.claims().build());
        issuer.claimedIssuer = "https://other.example";

        assertThatThrownBy(() -> tokens.check(token)).isInstanceOf(UnavailableException.class);
        assertThat(issuer.asked.get()).isZero();
    }

    private void refuses(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        assertThat(tokens.check(Issuer.signed(
                        first, RS256, change.apply(issuer.claims()).build())))
                .isEmpty();
    }

    private static String typed(String type, JWTClaimsSet claims) throws Exception {
        return Issuer.signed(
                first,
                new JWSHeader.Builder(RS256)
                        .keyID("first")
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
    }

    private static String header(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static OidcTokens tokens(OidcSettings settings, Instant now) {
        return OidcTokens.of(settings, clock(now), LONG, PAUSE, LONG.plus(LONG));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
