package org.misconductmonitor.web.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.event.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tokens out of a file, of which it holds the hashes. The file is looked at again from time to time; as long as it is
 * wrong, the last good one holds.
 */
public final class TokenFile implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(TokenFile.class);
    private static final int LARGEST = 1 << 20;

    private final Path file;
    private final Duration interval;
    private final Clock clock;
    private byte[] seen;
    private Instant lookAgain;
    private List<TokenEntry> entries;

    private TokenFile(Path file, Duration interval, Clock clock) {
        this.file = file;
        this.interval = interval;
        this.clock = clock;
    }

    /**
     * Reads it.
     *
     * @param interval how long a change may go unnoticed
     * @throws TokenFileException if it is not as it should be
     */
    public static TokenFile open(Path file, Duration interval, Clock clock) {
        TokenFile opened = new TokenFile(file, interval, clock);
        opened.seen = opened.bytes();
        opened.entries = opened.parse(opened.seen);
        opened.lookAgain = clock.instant().plus(interval);
        return opened;
    }

    /** Everything but what has the three parts of a signed token. */
    @Override
    public boolean knows(String token) {
        return token.chars().filter(character -> character == '.').count() != 2;
    }

    @Override
    public Optional<Session> check(String token) {
        byte[] digest = Sha256.of(token);
        return find(digest)
                .map(entry ->
                        new Session(entry.caller(), "token " + entry.caller().name(), () -> find(digest)
                                .filter(entry::equals)
                                .isPresent()));
    }

    /** Looks at every line, whichever it is: how long it takes tells nothing. */
    private Optional<TokenEntry> find(byte[] digest) {
        TokenEntry found = null;
        for (TokenEntry entry : current()) {
            found = entry.isOf(digest) ? entry : found;
        }
        return Optional.ofNullable(found).filter(entry -> entry.holdsAt(clock.instant()));
    }

    private synchronized List<TokenEntry> current() {
        Instant now = clock.instant();
        if (!now.isBefore(lookAgain)) {
            lookAgain = now.plus(interval);
            lookAgain();
        }
        return entries;
    }

    private void lookAgain() {
        byte[] bytes = new byte[0];
        try {
            bytes = bytes();
            if (!Arrays.equals(bytes, seen)) {
                entries = parse(bytes);
                LOG.info("The token file has changed: {} tokens", entries.size());
            }
        } catch (TokenFileException e) {
            if (!Arrays.equals(bytes, seen)) {
                LOG.warn("The token file stays as it was, {}", e.getMessage());
            }
        }
        seen = bytes;
    }

    private byte[] bytes() {
        try {
            PrivateFile.objection(file).ifPresent(objection -> {
                throw new TokenFileException(objection);
            });
            if (Files.size(file) > LARGEST) {
                throw new TokenFileException(file + " is larger than 1 MiB: is it a token file?");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new TokenFileException(file + " cannot be read: does it exist, and may the monitor read it?");
        }
    }

    private List<TokenEntry> parse(byte[] bytes) {
        List<TokenEntry> read = new ArrayList<>();
        String[] lines = text(bytes).split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].stripLeading().startsWith("#")) {
                add(lines[i], i + 1, read);
            }
        }
        return List.copyOf(read);
    }

    private void add(String line, int number, List<TokenEntry> read) {
        try {
            TokenEntry entry = TokenLine.read(line);
            for (TokenEntry other : read) {
                if (other.caller().name().equals(entry.caller().name())
                        || other.sha256().equals(entry.sha256())) {
                    throw new TokenFileException("a line before has the same name or the same token");
                }
            }
            read.add(entry);
        } catch (TokenFileException e) {
            throw new TokenFileException(file + ":" + number + ": " + e.getMessage());
        }
    }

    private String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new TokenFileException(file + " is not UTF-8");
        }
    }
}
