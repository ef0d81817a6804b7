package org.misconductmonitor.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one digest by which texts and records are told apart, everywhere. */
public final class Sha256 {
    private Sha256() {}

    /** One to feed piece by piece. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @return 32 bytes */
    public static byte[] of(byte[] bytes) {
        return start().digest(bytes);
    }

    /** The same of a text as UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The beginning of the digest of a text, as hexadecimal digits in lower case.
     *
     * @param bytes of the digest, at most 32: two digits each
     */
    public static String hex(String text, int bytes) {
        return HexFormat.of().formatHex(of(text), 0, bytes);
    }
}
