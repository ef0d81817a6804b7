package org.misconductmonitor.web.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.misconductmonitor.hostile.Messages;
import org.misconductmonitor.hostile.Target;

/** A file of tokens: taken whole, each line the same again when it is written; or refused, with the line. */
final class TokenFileTarget implements Target {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String GOOD = "- { name: desk, sha256: " + "a1".repeat(32)
            + ", roles: [reviewer], tenants: [north, 7], forces: all, expires: 2027-01-01 }\n";

    private final Path file;

    TokenFileTarget() {
        try {
            file = Files.createTempFile("tokens", ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
    }

    @Override
    public String verdict(byte[] input) {
        try {
            Files.write(file, input);
            TokenFile.open(file, Duration.ofHours(1), CLOCK);
            new String(input, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("- "))
                    .forEach(TokenFileTarget::check);
            return "taken";
        } catch (TokenFileException e) {
            String said = e.getMessage().replace(file.toString(), "f");
            Messages.assertPlain(said, 500, "token file");
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(String line) {
        TokenEntry entry = TokenLine.read(line);
        if (!TokenLine.read(TokenLine.write(entry)).equals(entry)) {
            throw new AssertionError("another token after writing and reading it: " + line);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                bytes(GOOD),
                bytes("# tokens\n\n" + GOOD.replace("desk", "\"other\"").replace("a1a1", "b1a1") + GOOD),
                bytes(GOOD.replace("reviewer", "nobody")),
                bytes(GOOD.replace("[north, 7]", "[\"a\\\"b\", 'c\\d']")),
                bytes("- ".repeat(500)),
                bytes("- { name: " + "[".repeat(3_000)),
                bytes("- &a [*a]"),
                new byte[] {-1, -2});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
