package org.misconductmonitor.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.NewToken;
import org.misconductmonitor.web.security.TokenFile;

/** A token file, made while it is used. */
public final class Tokens {
    private final Path file;
    private final Map<String, NewToken> all = new LinkedHashMap<>();

    public Tokens(Path file) {
        this.file = file;
    }

    /** Writes a token for the caller into the file; @return the token. */
    public String add(String name, Collection<Role> roles, Reach reach) {
        NewToken made = NewToken.of(new Caller(name, Set.copyOf(roles), reach), null, new SecureRandom());
        all.put(name, made);
        write();
        return made.token();
    }

    public void remove(String name) {
        all.remove(name);
        write();
    }

    /** That notices changes at once. */
    public TokenFile open() {
        return TokenFile.open(file, Duration.ZERO, Clock.systemUTC());
    }

    public Path file() {
        return file;
    }

    private void write() {
        try {
            StringBuilder text = new StringBuilder("# name, hash, what it allows\n");
            all.values().forEach(token -> text.append(token.line()).append('\n'));
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
