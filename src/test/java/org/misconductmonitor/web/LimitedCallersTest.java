package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.Authenticator;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.security.Session;

/** What analysts and operators may ask for, and nobody else. Without a cluster, what is allowed is answered 503. */
class LimitedCallersTest {
    /** The token is the name of the role, in small letters for one that sees one force only. */
    private static final class Roles implements Authenticator {
        @Override
        public boolean knows(String token) {
            return true;
        }

        @Override
        public Optional<Session> check(String token) {
            Reach one = new Reach(Limit.ALL, Limit.to(Set.of("north")), Limit.ALL);
            Reach reach = Character.isLowerCase(token.charAt(0)) ? one : Reach.EVERYTHING;
            Role role = Role.valueOf(token.toUpperCase(Locale.ROOT));
            return Optional.of(new Session(new Caller(token, Set.of(role), reach), token, () -> true));
        }
    }

    private static SilentServer server;

    @BeforeAll
    static void start() {
        server = new SilentServer(HttpSecurity.by(new Roles()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"where=force:north", "from=2024-01-01", "to=2024-01-01"})
    void shouldNotLetSmallNumbersBeWorkedOut(String part) throws Exception {
        String target = "/api/v1/statistics/cases?by=month&" + part;

        assertThat(get("VIEWER", target).statusCode()).isEqualTo(403);
        assertThat(get("VIEWER", "/api/v1/statistics/cases?by=month").statusCode())
                .isEqualTo(503);
        assertThat(get("ANALYST", target).statusCode()).isEqualTo(503);
    }

    @Test
    void shouldTryRulesOnWholeRecordsOnly() throws Exception {
        assertThat(post("VIEWER", "/api/v1/rules/backtest", "application/yaml").statusCode())
                .isEqualTo(403);
        HttpResponse<String> oneForce = post("analyst", "/api/v1/rules/backtest", "application/yaml");
        assertThat(oneForce.statusCode()).isEqualTo(403);
        assertThat(oneForce.body()).contains("all forces");
        HttpResponse<String> every = post("ANALYST", "/api/v1/rules/backtest", "application/yaml");
        assertThat(every.statusCode()).as(every.body()).isEqualTo(503);
    }

    @Test
    void shouldLetOperatorsReplayAndNobodyElse() throws Exception {
        assertThat(post("ANALYST", "/api/v1/system/dead-letters/replay", "application/json")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("ADMIN", "/api/v1/system/dead-letters/replay", "application/json")
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void shouldCompareWithPeersForThoseWhoReadRecords() throws Exception {
        assertThat(get("ANALYST", "/api/v1/officers/o/peers").statusCode()).isEqualTo(403);
        assertThat(get("REVIEWER", "/api/v1/officers/o/peers").statusCode()).isEqualTo(503);
    }

    private static HttpResponse<String> get(String token, String target) throws IOException, InterruptedException {
        return server.send(server.request(target).header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> post(String token, String target, String type)
            throws IOException, InterruptedException {
        return server.send(server.request(target)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"all\": true}")));
    }
}
