package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A word that stands for all that is personal, and is looked for as it is written, in whatever case, and as its bytes look
 * in hexadecimal digits and in base64.
 */
final class Canary {
    static final String WORD = "canary";

    private final List<String> exact = new ArrayList<>();

    /** @param secrets that must not be found either */
    Canary(Iterable<String> secrets) {
        secrets.forEach(exact::add);
        exact.addAll(base64());
    }

    boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains(WORD)
                || lower.contains(HexFormat.of().formatHex(WORD.getBytes(UTF_8)))
                || lower.contains(HexFormat.ofDelimiter(", ").formatHex(WORD.getBytes(UTF_8)))
                || exact.stream().anyMatch(text::contains);
    }

    /** What of it is the same whatever stands around it, for each place in a group of three bytes at which it may begin. */
    private static List<String> base64() {
        List<String> forms = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] around = ("x".repeat(before) + WORD + "x".repeat(3)).getBytes(UTF_8);
            String encoded = Base64.getEncoder().encodeToString(around);
            int first = (before * 8 + 5) / 6;
            int last = (before + WORD.length()) * 8 / 6;
            forms.add(encoded.substring(first, last));
        }
        return forms;
    }
}
