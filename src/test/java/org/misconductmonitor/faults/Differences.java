package org.misconductmonitor.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What is not as it must be, in words; of many of a kind the first few. */
final class Differences {
    private static final int SHOWN = 5;

    private final Map<String, List<String>> byKind = new LinkedHashMap<>();

    void add(String kind, String what) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(what);
    }

    /** Whatever is in one of the maps and not the same in the other. */
    void compare(String kind, Map<String, ?> expected, Map<String, ?> told) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(told.keySet());
        for (String key : keys) {
            if (!Objects.equals(expected.get(key), told.get(key))) {
                add(kind, key + ": " + told.get(key) + " instead of " + expected.get(key));
            }
        }
    }

    /** Whatever is in one of them more often than in the other. */
    void compare(String kind, Collection<?> expected, Collection<?> told) {
        Map<String, Integer> more = new LinkedHashMap<>();
        told.forEach(one -> more.merge(one.toString(), 1, Integer::sum));
        expected.forEach(one -> more.merge(one.toString(), -1, Integer::sum));
        more.forEach((one, count) -> {
            if (count != 0) {
                add(kind, (count > 0 ? count + " too many: " : -count + " missing: ") + one);
            }
        });
    }

    /** One line each. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byKind.forEach((kind, all) -> {
            all.stream().limit(SHOWN).forEach(one -> lines.add(kind + ": " + one));
            if (all.size() > SHOWN) {
                lines.add(kind + ": " + (all.size() - SHOWN) + " more");
            }
        });
        return lines;
    }
}
