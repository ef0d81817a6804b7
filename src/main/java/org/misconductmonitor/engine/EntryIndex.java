package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Facts of a record by something they share. Most keys have one fact, which takes no list of its own. */
final class EntryIndex {
    private final Map<String, List<OfficerRecord.Entry>> entries = new HashMap<>();

    /** @return the facts in the order they were added; none for null */
    List<OfficerRecord.Entry> get(String key) {
        if (key == null || entries.isEmpty()) {
            return List.of();
        }
        List<OfficerRecord.Entry> found = entries.get(key);
        return found == null ? List.of() : found;
    }

    /** A null key is not indexed. */
    void add(String key, OfficerRecord.Entry entry) {
        if (key == null) {
            return;
        }
        List<OfficerRecord.Entry> before = entries.putIfAbsent(key, Collections.singletonList(entry));
        if (before instanceof ArrayList) {
            before.add(entry);
        } else if (before != null) {
            List<OfficerRecord.Entry> several = new ArrayList<>(3);
            several.addAll(before);
            several.add(entry);
            entries.put(key, several);
        }
    }

    void remove(String key, OfficerRecord.Entry entry) {
        if (key == null) {
            return;
        }
        List<OfficerRecord.Entry> known = entries.get(key);
        if (known.size() == 1) {
            entries.remove(key);
        } else {
            known.remove(entry);
        }
    }
}
