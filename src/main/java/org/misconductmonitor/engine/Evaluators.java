package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.Trend;

/**
 * The evaluators of a set of rules, found by what a fact is: by its type, and where a rule asks for certain groups or
 * categories by those, so that a fact costs what the rules cost that may look at it, not what all rules do.
 */
public final class Evaluators {
    private static final List<Field> SELECTIVE = List.of(Field.CATEGORY, Field.GROUP);

    private final String version;
    private final List<Evaluator> all;
    private final Map<EventType, List<Evaluator>> always = new EnumMap<>(EventType.class);
    private final Map<Field, Map<Object, List<Evaluator>>> selected = new EnumMap<>(Field.class);

    private Evaluators(String version, List<Evaluator> all) {
        this.version = version;
        this.all = List.copyOf(all);
        SELECTIVE.forEach(field -> selected.put(field, new HashMap<>()));
        this.all.forEach(this::index);
    }

    public static Evaluators of(RuleSet rules) {
        return new Evaluators(
                rules.version(), rules.rules().stream().map(Evaluators::of).toList());
    }

    private static Evaluator of(Rule rule) {
        if (rule.condition() instanceof Threshold threshold) {
            return new ThresholdEvaluator(rule, threshold);
        }
        if (rule.condition() instanceof Absence absence) {
            return new AbsenceEvaluator(rule, absence);
        }
        if (rule.condition() instanceof State state) {
            return new StateEvaluator(rule, state);
        }
        if (rule.condition() instanceof Concurrent concurrent) {
            return new ConcurrentEvaluator(rule, concurrent);
        }
        return rule.condition() instanceof Sequence sequence
                ? new SequenceEvaluator(rule, sequence)
                : new TrendEvaluator(rule, (Trend) rule.condition());
    }

    /** Changes whenever any rule does. */
    public String version() {
        return version;
    }

    public List<Evaluator> all() {
        return all;
    }

    /** Evaluators that may accept the fact: those that do, and perhaps some that do not. */
    private List<Evaluator> candidates(Observation fact) {
        List<Evaluator> found = new ArrayList<>(always.getOrDefault(fact.type(), List.of()));
        for (Field field : SELECTIVE) {
            Object value = fact.get(field);
            if (value != null) {
                found.addAll(selected.get(field).getOrDefault(value, List.of()));
            }
        }
        return found;
    }

    /** Evaluators that look at the fact; none at null. */
    List<Evaluator> accepting(Observation fact) {
        if (fact == null) {
            return List.of();
        }
        List<Evaluator> accepting = candidates(fact);
        accepting.removeIf(evaluator -> !evaluator.accepts(fact));
        return accepting;
    }

    private void index(Evaluator evaluator) {
        Filter.In selective = selective(evaluator.necessary());
        if (selective == null) {
            evaluator.on().forEach(type -> always.computeIfAbsent(type, t -> new ArrayList<>())
                    .add(evaluator));
        } else {
            Map<Object, List<Evaluator>> byValue = selected.get(selective.field());
            selective.values().forEach(value -> byValue.computeIfAbsent(value, v -> new ArrayList<>())
                    .add(evaluator));
        }
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
