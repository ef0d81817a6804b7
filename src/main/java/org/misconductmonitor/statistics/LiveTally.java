package org.misconductmonitor.statistics;

import java.util.HashMap;
import java.util.Map;

/** Counts what falls into one cell, and counts down what no longer does. */
final class LiveTally {
    /** With those that count for nothing: they make a line or a column nevertheless. */
    private long items;
    /** Keys that no other dossier has. */
    private long own;
    /** How often each key is there that several dossiers may have. */
    private Map<Object, Integer> shared = Map.of();

    void items(int change) {
        items += change;
    }

    void own(int change) {
        own += change;
    }

    void shared(Object key, int change) {
        if (shared.isEmpty()) {
            shared = new HashMap<>(2);
        }
        shared.merge(key, change, (now, more) -> now + more == 0 ? null : now + more);
    }

    boolean isEmpty() {
        return items == 0;
    }

    Cell cell() {
        return Cell.of(own + shared.size());
    }
}
