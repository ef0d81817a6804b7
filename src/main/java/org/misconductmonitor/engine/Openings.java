package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Matter;

/** Things that facts have begun, found by what a later fact is about at a cost that does not grow with their number. */
final class Openings<T> {
    private record Open<T>(T what, String allegationId, String caseId) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Matter by;
    private final Map<T, Open<T>> all = new LinkedHashMap<>();
    private final Map<String, Set<Open<T>>> byAllegation = new HashMap<>();
    private final Map<String, Set<Open<T>>> byCase = new HashMap<>();

    Openings(Matter by) {
        this.by = by;
    }

    /** Adds what the fact begins. */
    void add(Observation fact, T what) {
        Open<T> open = new Open<>(what, fact.event().allegationId(), fact.text(Field.CASE_ID));
        all.put(what, open);
        if (by == Matter.ALLEGATION && open.allegationId != null) {
            byAllegation
                    .computeIfAbsent(open.allegationId, id -> new LinkedHashSet<>())
                    .add(open);
        }
        if (by != Matter.OFFICER && open.caseId != null) {
            byCase.computeIfAbsent(open.caseId, id -> new LinkedHashSet<>()).add(open);
        }
    }

    /** Everything open, in the order it was begun. */
    Collection<T> all() {
        return all.keySet();
    }

    /** What the fact is about, in the order it was begun. */
    List<T> of(Observation fact) {
        if (by == Matter.OFFICER) {
            return List.copyOf(all.keySet());
        }
        String allegationId = by == Matter.ALLEGATION ? fact.event().allegationId() : null;
        Set<Open<T>> found = allegationId != null
                ? byAllegation.getOrDefault(allegationId, Set.of())
                : byCase.getOrDefault(fact.text(Field.CASE_ID), Set.of());
        List<T> things = new ArrayList<>(found.size());
        found.forEach(open -> things.add(open.what));
        return things;
    }

    void remove(T what) {
        Open<T> open = all.remove(what);
        if (open != null) {
            remove(byAllegation, open.allegationId, open);
            remove(byCase, open.caseId, open);
        }
    }

    private static <T> void remove(Map<String, Set<Open<T>>> index, String id, Open<T> open) {
        Set<Open<T>> members = index.get(id);
        if (members != null && members.remove(open) && members.isEmpty()) {
            index.remove(id);
        }
    }
}
