package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.HttpSecurity;

/** What is refused before anything else of a request is looked at. */
class GuardTest {
    @TempDir
    private Path directory;

    private Tokens tokens;
    private String token;

    @BeforeEach
    void prepare() {
        tokens = new Tokens(directory.resolve("tokens"));
        token = tokens.add("auditor", Set.of(Role.AUDITOR), Reach.EVERYTHING);
    }

    @Test
    void shouldSayHowToProveWhoOneIs() throws Exception {
        try (SilentServer server = new SilentServer(HttpSecurity.by(tokens.open()))) {
            HttpResponse<String> without = server.get("/api/v1/alerts");
            HttpResponse<String> wrong = server.send(with(server, "/api/v1/alerts", "mmt_wrong"));

            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"misconduct-monitor\"");
            assertThat(without.body()).contains("urn:misconduct-monitor:problem:unauthorized");
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("error=\"invalid_token\"");
            assertThat(wrong.body()).doesNotContain("mmt_wrong");
        }
    }

    @Test
    void shouldTakeATokenAwayAtOnce() throws Exception {
        try (SilentServer server = new SilentServer(HttpSecurity.by(tokens.open()))) {
            assertThat(server.send(with(server, "/api/v1/me", token)).statusCode())
                    .isEqualTo(200);

            tokens.remove("auditor");

            assertThat(server.send(with(server, "/api/v1/me", token)).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldListenToNobodyWhoGuesses() throws Exception {
        try (SilentServer server = new SilentServer(HttpSecurity.by(tokens.open()))) {
            int last = 0;
            for (int i = 0; i < 100 && last != 429; i++) {
                last = server.send(with(server, "/api/v1/me", "mmt_" + i)).statusCode();
                assertThat(last).isIn(401, 429);
            }

            HttpResponse<String> good = server.send(with(server, "/api/v1/me", token));
            assertThat(good.statusCode()).isEqualTo(429);
            assertThat(good.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
        }
    }

    @Test
    void shouldTellAddressesApartByWhatTheProxySays() throws Exception {
        HttpSecurity behind = new HttpSecurity(List.of(tokens.open()), true, 1_000, 10);
        try (SilentServer server = new SilentServer(behind)) {
            for (int i = 0; i < 30; i++) {
                server.send(with(server, "/api/v1/me", "mmt_" + i)
                        .header("X-Forwarded-For", "10.0.0." + i + ", 192.0.2.1"));
            }

            assertThat(server.send(with(server, "/api/v1/me", token).header("X-Forwarded-For", "10.0.0.9, 192.0.2.1"))
                            .statusCode())
                    .isEqualTo(429);
            HttpResponse<String> other =
                    server.send(with(server, "/api/v1/me", token).header("X-Forwarded-For", "192.0.2.1, 192.0.2.2"));
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void shouldLimitHowOftenEachCallerAsks() throws Exception {
        String second = tokens.add("viewer", Set.of(Role.VIEWER), Reach.EVERYTHING);
        HttpSecurity slow = new HttpSecurity(List.of(tokens.open()), false, 1, 10);
        try (SilentServer server = new SilentServer(slow)) {
            int refused = 0;
            for (int i = 0; i < 50 && refused == 0; i++) {
                HttpResponse<String> answer = server.send(with(server, "/api/v1/me", token));
                refused += answer.statusCode() == 429 ? 1 : 0;
            }

            assertThat(refused).isEqualTo(1);
            assertThat(server.send(with(server, "/api/v1/me", second)).statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/index.html").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void shouldNeverFailWhateverTheCredential() throws Exception {
        HttpSecurity fast = new HttpSecurity(List.of(tokens.open()), false, 100_000, 10);
        try (SilentServer server = new SilentServer(fast)) {
            for (int seed = 0; seed < 400; seed++) {
                String request = "GET /api/v1/alerts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + strange(new Random(seed)) + "\r\n";
                String answer = server.raw(request.getBytes(StandardCharsets.ISO_8859_1));

                assertThat(answer).as("seed %d: %s", seed, request).matches("(?s)HTTP/1.1 (400|401|429|431) .*");
            }
        }
    }

    @Test
    void shouldNotListenForOthersWithoutCredentials() {
        try (SilentServer server = new SilentServer()) {
            assertThatThrownBy(() -> WebServer.start(
                            new Listening("0.0.0.0", 0, Set.of(), Optional.empty()),
                            HttpSecurity.none(),
                            server.queries()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs credentials");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Origin, 'not an origin', 403",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 200",
        "Sec-Fetch-Site, none, 200",
        "X-Other, none, 200"
    })
    void shouldLetNoStrangePageChangeAnythingWhereNobodyIsAsked(String header, String value, int status)
            throws Exception {
        try (SilentServer server = new SilentServer()) {
            HttpRequest.Builder request = server.request("/api/v1/rules/check")
                    .header("Content-Type", "application/yaml")
                    .header(header, value)
                    .POST(HttpRequest.BodyPublishers.ofString("id: x"));

            assertThat(server.send(request).statusCode()).isEqualTo(status);
            assertThat(server.send(server.request("/api/v1/rules/check")
                                    .header("Content-Type", "application/yaml")
                                    .header("Origin", "http://127.0.0.1:" + server.port())
                                    .POST(HttpRequest.BodyPublishers.ofString("id: x")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String strange(Random random) {
        String[] schemes = {"Bearer", "bearer", "BEARER ", "Basic", "Negotiate", "", "Bearer Bearer", "Digest"};
        StringBuilder header = new StringBuilder();
        for (int lines = 1 + random.nextInt(2); lines > 0; lines--) {
            header.append("Authorization: ")
                    .append(schemes[random.nextInt(schemes.length)])
                    .append(' ');
            int length = random.nextInt(5) == 0 ? 5_000 : random.nextInt(60);
            for (int i = 0; i < length; i++) {
                header.append(random.nextInt(3) == 0 ? ".=~+/_-\t,\"".charAt(random.nextInt(10)) : any(random));
            }
            header.append("\r\n");
        }
        return header.toString();
    }

    private static char any(Random random) {
        char character = (char) (random.nextInt(50) == 0 ? random.nextInt(256) : 33 + random.nextInt(94));
        return character == '\r' || character == '\n' ? 'x' : character;
    }

    private static HttpRequest.Builder with(SilentServer server, String target, String token) {
        return server.request(target).header("Authorization", "Bearer " + token);
    }
}
