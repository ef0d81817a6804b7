package org.misconductmonitor.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The stable family of a category code. Codes alone are not stable: the schemes before and after February 2020 give one
 * letter different meanings, and a look back of ten years crosses that date.
 */
public final class CategoryGroups {
    private static final String FILE = "/categories/groups.csv";
    private static final Map<String, Map<String, String>> BY_SCHEME = read();

    private CategoryGroups() {}

    /** @return the family, or null if the scheme or its code is not known, or either is null */
    public static String of(String scheme, String code) {
        return scheme == null || code == null
                ? null
                : BY_SCHEME.getOrDefault(scheme, Map.of()).get(code);
    }

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = CategoryGroups.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the groups of categories are missing: is the jar damaged?");
            }
            Map<String, Map<String, String>> groups = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", 3))
                    .forEach(cells -> groups.computeIfAbsent(cells[0], s -> new HashMap<>())
                            .put(cells[1], cells[2].strip()));
            return Map.copyOf(groups);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
