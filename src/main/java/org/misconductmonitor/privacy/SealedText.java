package org.misconductmonitor.privacy;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it travels: {@code enc:v1:KEY:BOX}, the id of its key and in base64url without padding 12 bytes of nonce,
 * the AES-256-GCM ciphertext and its tag.
 *
 * @param keyId which key opens it
 * @param box nonce, ciphertext and tag
 */
record SealedText(String keyId, byte[] box) {
    static final String PREFIX = "enc:v1:";

    private static final Pattern FORM = Pattern.compile("enc:v1:([0-9a-f]{16}):([A-Za-z0-9_-]{38,})");

    /** @return empty if it is anything else: somebody's words that only look like it, too */
    static Optional<SealedText> of(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SealedText(matcher.group(1), Base64.getUrlDecoder().decode(matcher.group(2))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
