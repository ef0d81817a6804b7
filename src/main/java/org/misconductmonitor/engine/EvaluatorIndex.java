package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;

/**
 * Evaluators found by what a fact is: by its type, and where a rule asks for certain groups or categories by those, so
 * that a fact costs what the rules cost that may look at it, not what all rules do.
 */
final class EvaluatorIndex {
    private static final List<Field> SELECTIVE = List.of(Field.CATEGORY, Field.GROUP);

    private final Map<EventType, ByValue> byType = new EnumMap<>(EventType.class);

    /** Takes one that has its place; they are found in the order they were taken. */
    void add(Evaluator evaluator) {
        Filter.In selective = selective(evaluator.necessary());
        for (EventType type : evaluator.on()) {
            ByValue index = byType.computeIfAbsent(type, t -> new ByValue());
            evaluator.fields().forEach(field -> index.readers
                    .computeIfAbsent(field, f -> new ArrayList<>())
                    .add(evaluator));
            if (selective == null) {
                index.always.add(evaluator);
            } else {
                Map<Object, List<Evaluator>> byValue =
                        index.selected.computeIfAbsent(selective.field(), f -> new HashMap<>());
                selective.values().forEach(value -> byValue.computeIfAbsent(value, v -> new ArrayList<>())
                        .add(evaluator));
            }
        }
    }

    /** Whether any rule looks at facts of that type. */
    boolean lookAt(EventType type) {
        return byType.containsKey(type);
    }

    /** Those that look at facts of that type and read any of these fields, in order of the rules. */
    Collection<Evaluator> reading(Set<Field> read, EventType type) {
        ByValue index = byType.get(type);
        if (index == null || read.isEmpty()) {
            return List.of();
        }
        Set<Evaluator> reading = new TreeSet<>(Comparator.comparingInt(Evaluator::position));
        read.forEach(field -> reading.addAll(index.readers.getOrDefault(field, List.of())));
        return reading;
    }

    /** Those that accept the fact, none for null. */
    List<Evaluator> accepting(Observation fact) {
        ByValue index = fact == null ? null : byType.get(fact.type());
        if (index == null) {
            return List.of();
        }
        List<Evaluator> accepting = new ArrayList<>();
        addAccepting(index.always, fact, accepting);
        for (Map.Entry<Field, Map<Object, List<Evaluator>>> selected : index.selected.entrySet()) {
            Object value = fact.get(selected.getKey());
            if (value != null) {
                addAccepting(selected.getValue().getOrDefault(value, List.of()), fact, accepting);
            }
        }
        return accepting;
    }

    /** Whether any of them accepts the fact. */
    boolean accept(Observation fact) {
        ByValue index = byType.get(fact.type());
        if (index == null) {
            return false;
        }
        if (isAccepted(index.always, fact)) {
            return true;
        }
        for (Map.Entry<Field, Map<Object, List<Evaluator>>> selected : index.selected.entrySet()) {
            Object value = fact.get(selected.getKey());
            if (value != null && isAccepted(selected.getValue().getOrDefault(value, List.of()), fact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAccepted(List<Evaluator> candidates, Observation fact) {
        for (Evaluator evaluator : candidates) {
            if (evaluator.accepts(fact)) {
                return true;
            }
        }
        return false;
    }

    private static void addAccepting(List<Evaluator> candidates, Observation fact, List<Evaluator> accepting) {
        for (Evaluator evaluator : candidates) {
            if (evaluator.accepts(fact)) {
                accepting.add(evaluator);
            }
        }
    }

    /** Evaluators of one type of fact: those that look at all of them, those that ask for certain values, and by field. */
    private static final class ByValue {
        final List<Evaluator> always = new ArrayList<>();
        final Map<Field, Map<Object, List<Evaluator>>> selected = new EnumMap<>(Field.class);
        final Map<Field, List<Evaluator>> readers = new EnumMap<>(Field.class);
    }

    /** A part of the filter that every match must satisfy and that asks for certain groups or categories. */
    private static Filter.In selective(Filter filter) {
        if (filter instanceof Filter.In in && SELECTIVE.contains(in.field())) {
            return in;
        }
        if (filter instanceof Filter.All conjunction) {
            for (Filter part : conjunction.parts()) {
                Filter.In found = selective(part);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
