package org.misconductmonitor.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;

/** Tokens out of a file. */
class TokenFileTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Caller DESK = new Caller(
            "desk",
            Set.of(Role.REVIEWER, Role.ANALYST),
            new Reach(Limit.to(List.of("north", "0815")), Limit.ALL, Limit.to(List.of("desk"))));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void prepare() {
        file = directory.resolve("tokens");
    }

    @Test
    void shouldKnowWhoHasAToken() throws Exception {
        NewToken desk = NewToken.of(DESK, null, new SecureRandom());
        NewToken other = NewToken.of(new Caller("other", Set.of(), Reach.NOTHING), null, new SecureRandom());
        write("# who\n" + desk.line() + "\n\n" + other.line() + "\n");
        TokenFile tokens = open();

        assertThat(tokens.check(desk.token())).map(Session::caller).hasValue(DESK);
        assertThat(tokens.check(other.token()))
                .map(session -> session.caller().reach())
                .hasValue(Reach.NOTHING);
        assertThat(tokens.check(desk.token() + "x")).isEmpty();
        assertThat(tokens.check("")).isEmpty();
        assertThat(tokens.check(desk.line().replaceAll(".*sha256: ([0-9a-f]+).*", "$1")))
                .isEmpty();
        assertThat(Files.readString(file)).doesNotContain(desk.token());
        assertThat(desk.toString()).doesNotContain(desk.token());
    }

    @Test
    void shouldAllowNothingThatIsNotStated() throws Exception {
        NewToken made = NewToken.of(DESK, null, new SecureRandom());
        write(made.line().replaceAll(", roles.*", " }"));

        assertThat(open().check(made.token()))
                .map(Session::caller)
                .hasValue(new Caller("desk", Set.of(), new Reach(Limit.NONE, Limit.NONE, Limit.to(List.of("desk")))));
    }

    @Test
    void shouldEndWhenItSaysSo() throws Exception {
        NewToken good = NewToken.of(DESK, NOW.plusSeconds(1), new SecureRandom());
        NewToken over = NewToken.of(new Caller("over", Set.of(), Reach.NOTHING), NOW, new SecureRandom());
        write(good.line() + "\n" + over.line());

        assertThat(open().check(good.token())).isPresent();
        assertThat(open().check(over.token())).isEmpty();
    }

    @Test
    void shouldNoticeChangesAndEndSessions() throws Exception {
        NewToken desk = NewToken.of(DESK, null, new SecureRandom());
        write(desk.line());
        TokenFile tokens = open();
        Session session = tokens.check(desk.token()).orElseThrow();
        assertThat(session.stands()).isTrue();

        write(desk.line().replace("\"analyst\"", "\"admin\""));
        assertThat(session.stands()).as("it allows something else now").isFalse();
        assertThat(tokens.check(desk.token()).orElseThrow().caller().roles()).contains(Role.ADMIN);

        write("");
        assertThat(tokens.check(desk.token())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"- { name: x", "nothing", "- { name: desk, sha256: short }", "\u0000"})
    void shouldKeepTheLastGoodFile(String wrong) throws Exception {
        NewToken desk = NewToken.of(DESK, null, new SecureRandom());
        write(desk.line());
        TokenFile tokens = open();

        write(desk.line() + "\n" + wrong);
        assertThat(tokens.check(desk.token())).isPresent();

        Files.delete(file);
        assertThat(tokens.check(desk.token())).isPresent();

        write("# nobody");
        assertThat(tokens.check(desk.token())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- { name: x                                     | no YAML",
                "name: x                                         | one token a line",
                "- { sha256: HASH }                              | name must be",
                "- { name: 'a b', sha256: HASH }                 | name must be",
                "- { name: x, sha256: abc }                      | sha256 must be",
                "- { name: x, sha256: HASH, role: [viewer] }     | none of name, sha256",
                "- { name: x, sha256: HASH, roles: [boss] }      | viewer, reviewer, analyst",
                "- { name: x, sha256: HASH, roles: viewer }      | roles must be a list",
                "- { name: x, sha256: HASH, tenants: north }     | tenants must be a list",
                "- { name: x, sha256: HASH, forces: [[a]] }      | forces must be a list",
                "- { name: x, sha256: HASH, expires: soon }      | expires must be a date",
                "- { name: first, sha256: HASH }                 | same name or the same token"
            })
    void shouldSayWhereAndWhatIsWrong(String line, String message) throws Exception {
        write("- { name: first, sha256: " + "0".repeat(64) + " }\n" + line.replace("HASH", "1".repeat(64)));

        assertThatThrownBy(this::open)
                .isInstanceOf(TokenFileException.class)
                .hasMessageContaining(file + ":2: ")
                .hasMessageContaining(message.strip());
    }

    @Test
    void shouldNotTakeAFileThatOthersCanRead() throws Exception {
        write("");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(this::open).isInstanceOf(TokenFileException.class).hasMessageContaining("chmod 600");
        assertThatThrownBy(() -> TokenFile.open(directory.resolve("none"), Duration.ZERO, CLOCK))
                .isInstanceOf(TokenFileException.class)
                .hasMessageContaining("does it exist");
    }

    private TokenFile open() {
        return TokenFile.open(file, Duration.ZERO, CLOCK);
    }

    private void write(String text) throws Exception {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
