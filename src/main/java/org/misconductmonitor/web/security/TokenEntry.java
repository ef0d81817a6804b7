package org.misconductmonitor.web.security;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.misconductmonitor.access.Caller;

/**
 * One line of a token file.
 *
 * @param sha256 of the token, in lower-case hexadecimal digits
 * @param expires when it ends, or null: never
 */
record TokenEntry(Caller caller, String sha256, Instant expires) {
    boolean isOf(byte[] digest) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest);
    }

    boolean holdsAt(Instant now) {
        return expires == null || now.isBefore(expires);
    }
}
