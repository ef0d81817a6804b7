package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.HttpSecurity;

/** Every operation there is, asked for by every role and by nobody: each cell of the table is as it is written down. */
class AccessTableTest {
    private static final Path TABLE = Path.of("src/test/resources/access-table.md");
    private static final Reach NORTH = new Reach(Limit.to(List.of("north")), Limit.ALL, Limit.ALL);

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @TempDir
    private static Path directory;

    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static String withoutRoles;
    private static SilentServer server;
    private static Metrics metrics;
    private static List<Operation> operations;

    @BeforeAll
    static void start() throws Exception {
        Tokens tokens = new Tokens(directory.resolve("tokens"));
        for (Role role : Role.values()) {
            TOKENS.put(role, tokens.add(role.name(), Set.of(role), NORTH));
        }
        withoutRoles = tokens.add("nothing", Set.of(), Reach.EVERYTHING);
        HttpSecurity security = new HttpSecurity(List.of(tokens.open()), true, 10_000, 10);
        server = new SilentServer(security);
        metrics = new Metrics(server.queries());
        operations = Stream.concat(
                        Api.resources(
                                server.queries(),
                                security,
                                new Forwarding(Optional.empty()),
                                metrics,
                                new AtomicBoolean())
                                .stream(),
                        Stream.of(new OpenApiResource(List.of())))
                .flatMap(resource -> resource.operations().stream())
                .toList();
        if (Boolean.getBoolean("write.expected")) {
            Files.writeString(TABLE, AccessTable.markdown(operations));
        }
    }

    @AfterAll
    static void stop() {
        metrics.close();
        server.close();
    }

    @Test
    void shouldBeAsWrittenDown() throws Exception {
        assertThat(AccessTable.markdown(operations)).isEqualTo(Files.readString(TABLE));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void shouldLetARoleDoWhatTheTableSaysAndNothingElse(Role role) throws Exception {
        for (Operation operation : operations) {
            HttpResponse<String> answer = ask(operation, "Bearer " + TOKENS.get(role));
            boolean allowed = yes(operation, AccessTable.word(role));

            // What it then says depends on the monitor, which has not been started here.
            if (allowed) {
                assertThat(answer.statusCode()).as(operation.id()).isNotIn(401, 403, 429, 500);
            } else {
                assertThat(answer.statusCode()).as(operation.id()).isEqualTo(403);
                assertThat(answer.body()).as(operation.id()).doesNotContain("north");
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer mmt_x", "Basic YTpi", "Bearer a.b.c"})
    void shouldLetNobodyDoMoreThanWhatIsOpen(String credential) throws Exception {
        int refused = 0;
        for (Operation operation : operations) {
            HttpResponse<String> answer = ask(operation, credential);

            if (yes(operation, "nobody")) {
                assertThat(answer.statusCode()).as(operation.id()).isNotIn(401, 403, 500);
            } else {
                assertThat(answer.statusCode()).as(operation.id()).isEqualTo(401);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void shouldAllowNothingWithoutARole() throws Exception {
        for (Operation operation : operations) {
            if (operation.permission() != null) {
                assertThat(ask(operation, "Bearer " + withoutRoles).statusCode())
                        .as(operation.id())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void shouldNeedARoleForEveryPermission() {
        for (Permission permission : Permission.values()) {
            assertThat(Role.values()).as(permission.name()).anyMatch(role -> role.allows(permission));
        }
    }

    @Test
    void shouldTellEveryCallerWhoTheyAre() throws Exception {
        HttpResponse<String> answer =
                server.send(server.request("/api/v1/me").header("Authorization", "Bearer " + TOKENS.get(Role.VIEWER)));

        assertThat(new ObjectMapper().readTree(answer.body())).isEqualTo(new ObjectMapper().readTree("""
                {"name":"VIEWER","roles":["viewer"],
                 "permissions":["read-own-access","read-rules","read-statistics"],
                 "tenants":{"all":false,"ids":["north"]},"forces":{"all":true,"ids":[]},"publishers":{"all":true,"ids":[]}}
                """));
    }

    /** What the table says in words, which is what people read. */
    private static boolean yes(Operation operation, String column) throws Exception {
        List<String> lines = Files.readAllLines(TABLE);
        int index = List.of(lines.get(0).split(" *\\| *")).indexOf(column);
        String wanted = "`" + operation.method() + " " + operation.path() + "`";
        return lines.stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells[1].strip().equals(wanted))
                .findFirst()
                .orElseThrow()[index]
                .strip()
                .equals("yes");
    }

    private static HttpResponse<String> ask(Operation operation, String credential) throws Exception {
        String target = operation.path().replaceAll("\\{[^}]*}", "x");
        // Each from an address of its own: after too many wrong credentials nobody there is listened to for a while.
        HttpRequest.Builder request =
                server.request(target).header("X-Forwarded-For", "client-" + ADDRESSES.incrementAndGet());
        if (!credential.isEmpty()) {
            request.header("Authorization", credential);
        }
        if (operation.body() != null) {
            request.header("Content-Type", operation.body().types().get(0));
        }
        return server.send(request.method(
                operation.method(),
                operation.method().equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString("{}")));
    }
}
