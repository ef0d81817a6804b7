package org.misconductmonitor.web.security;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.event.Sha256;

/**
 * A token that has just been made up, and the line of the token file that makes it good.
 *
 * @param token shown once and kept nowhere
 * @param line without the token
 */
public record NewToken(String token, String line) {
    /** By which scanners for secrets, and readers of tickets, know what it is. */
    static final String PREFIX = "mmt_";

    private static final int BYTES = 32;

    /**
     * Makes one up.
     *
     * @param expires when it ends, or null: never
     * @throws TokenFileException if the name is not allowed in a token file
     */
    public static NewToken of(Caller caller, Instant expires, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        TokenEntry entry = new TokenEntry(caller, HexFormat.of().formatHex(Sha256.of(token)), expires);
        String line = TokenLine.write(entry);
        TokenLine.read(line);
        return new NewToken(token, line);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return line;
    }
}
