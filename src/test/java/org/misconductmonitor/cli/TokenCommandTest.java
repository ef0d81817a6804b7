package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.Session;
import org.misconductmonitor.web.security.TokenFile;

/** {@code token new} makes what the monitor takes. */
class TokenCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldMakeATokenAndItsLine() throws Exception {
        int exit = run("token new --name desk --role reviewer,analyst --tenant north --tenant 7 --all-forces");
        String token = err.toString().replaceAll("(?s).*(mmt_\\S+).*", "$1");

        assertThat(exit).isEqualTo(Exit.OK);
        assertThat(out.toString()).hasLineCount(1).doesNotContain(token);
        assertThat(file(out.toString(), Instant.EPOCH).check(token))
                .map(Session::caller)
                .hasValue(new Caller(
                        "desk",
                        Set.of(Role.REVIEWER, Role.ANALYST),
                        new Reach(Limit.to(List.of("north", "7")), Limit.ALL, Limit.to(List.of("desk")))));
    }

    @Test
    void shouldPrintJson() throws Exception {
        run("token new --name feed --role PUBLISHER --publisher a --publisher b --expires 2027-01-01 --json");
        JsonNode made = new ObjectMapper().readTree(out.toString());
        String token = made.get("token").asText();

        assertThat(file(made.get("line").asText(), Instant.parse("2026-12-31T23:59:59Z"))
                        .check(token))
                .map(session -> session.caller().reach())
                .hasValue(new Reach(Limit.NONE, Limit.NONE, Limit.to(List.of("a", "b"))));
        assertThat(file(made.get("line").asText(), Instant.parse("2027-01-01T00:00:00Z"))
                        .check(token))
                .isEmpty();
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(run("token new --name desk --role boss")).isEqualTo(Exit.USAGE);
        assertThat(err.toString()).contains("boss").containsIgnoringCase("reviewer");
        assertThat(run("token new --name a\nb --role viewer")).isEqualTo(Exit.USAGE);
        assertThat(run("token new --role viewer")).isEqualTo(Exit.USAGE);
        assertThat(run("token new --name desk --role viewer --tenant north --all-tenants"))
                .isEqualTo(Exit.USAGE);
        assertThat(run("token")).isEqualTo(Exit.USAGE);
        assertThat(out.toString()).isEmpty();
    }

    private TokenFile file(String line, Instant now) throws Exception {
        Path file = directory.resolve("tokens");
        Files.writeString(file, line);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return TokenFile.open(file, Duration.ZERO, Clock.fixed(now, ZoneOffset.UTC));
    }

    private int run(String line) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line.split(" "));
    }
}
