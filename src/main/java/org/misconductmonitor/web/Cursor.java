package org.misconductmonitor.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Where the next part of a list begins, opaque to clients. */
final class Cursor {
    private static final int LONGEST = 2_000;
    private static final String SEPARATOR = "\n";

    private Cursor() {}

    static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Its parts, or null where none is given; only the last may hold a line break. */
    static Param<List<String>> param(int parts) {
        return new Param<>(
                "cursor",
                Param.Place.QUERY,
                "The `next` of the part before; absent: the first part. Keep the other parameters as they were.",
                Schemas.text().put("maxLength", LONGEST),
                false,
                values -> parse(values.get(0), parts),
                null);
    }

    /** Where the next part of a list begins of which nothing comes before what was seen: that many have been shown. */
    static int shown(List<String> parts) {
        try {
            int shown = parts == null ? 0 : Integer.parseInt(parts.get(0));
            if (shown >= 0) {
                return shown;
            }
        } catch (NumberFormatException e) {
            throw wrong();
        }
        throw wrong();
    }

    static ProblemException wrong() {
        return ProblemException.parameters(List.of(new ProblemException.Error(
                "cursor", "cursor must be the 'next' of the part before, with the same sort")));
    }

    private static List<String> parse(String text, int count) {
        IllegalArgumentException wrong = new IllegalArgumentException("the 'next' of the part before, as it came");
        if (text.length() > LONGEST) {
            throw wrong;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, count));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            wrong.addSuppressed(e);
        }
        throw wrong;
    }
}
