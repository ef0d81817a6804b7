package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Sequence;
import org.misconductmonitor.rule.State;
import org.misconductmonitor.rule.Surge;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.Trend;

/**
 * The evaluators of a set of rules, found by what a fact is: by its type, and where a rule asks for certain groups or
 * categories by those, so that a fact costs what the rules cost that may look at it, not what all rules do.
 */
public final class Evaluators {
    private static final List<Field> SELECTIVE = List.of(Field.CATEGORY, Field.GROUP);

    private final RuleSet rules;
    private final String version;
    private final List<Evaluator> all;
    private final Map<EventType, ByValue> byType = new EnumMap<>(EventType.class);
    private final Map<String, Evaluator> byRule = new HashMap<>();
    private final Set<Field> fields = EnumSet.noneOf(Field.class);

    private final Evaluators population;
    private final Contributor contributor;

    private Evaluators(RuleSet rules, List<Evaluator> all, Evaluators population) {
        this.rules = rules;
        this.version = rules.version();
        this.population = population;
        this.contributor = population == null ? null : new Contributor(population);
        this.all = List.copyOf(all);
        for (Evaluator evaluator : this.all) {
            evaluator.place(byRule.size());
            byRule.put(evaluator.rule().id(), evaluator);
            fields.addAll(evaluator.fields());
            index(evaluator);
        }
    }

    public static Evaluators of(RuleSet rules) {
        Map<Boolean, List<Rule>> ofPopulation = rules.rules().stream()
                .collect(Collectors.partitioningBy(rule -> rule.condition() instanceof PopulationCondition));
        RuleSet onTenants = new RuleSet(ofPopulation.get(true));
        return new Evaluators(
                rules,
                evaluators(ofPopulation.get(false)),
                new Evaluators(onTenants, evaluators(onTenants.rules()), null));
    }

    private static List<Evaluator> evaluators(List<Rule> rules) {
        return rules.stream().map(Evaluators::of).toList();
    }

    private static Evaluator of(Rule rule) {
        if (rule.condition() instanceof PopulationCondition condition) {
            return onTenant(rule, condition);
        }
        if (rule.condition() instanceof Threshold threshold) {
            return new ThresholdEvaluator(rule, threshold);
        }
        if (rule.condition() instanceof Score score) {
            return new ScoreEvaluator(rule, score);
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

    public RuleSet rules() {
        return rules;
    }

    private static Evaluator onTenant(Rule rule, PopulationCondition condition) {
        if (condition instanceof Cluster cluster) {
            return new ClusterEvaluator(rule, cluster);
        }
        if (condition instanceof Surge surge) {
            return new SurgeEvaluator(rule, surge);
        }
        if (condition instanceof Peer peer) {
            return new PeerEvaluator(rule, peer);
        }
        return condition instanceof DecisionMaker decisionMaker
                ? new DecisionEvaluator(rule, decisionMaker)
                : new FeedEvaluator(rule, (Feed) condition);
    }

    /** Those of the rules on tenants, which are none of {@link #all()}; only of a whole set of rules. */
    public Evaluators population() {
        return population;
    }

    /** Tells what facts are to {@link #population()}. */
    Contributor contributor() {
        return contributor;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether any rule looks at facts of that type. */
    boolean lookAt(EventType type) {
        return byType.containsKey(type);
    }

    /** Changes whenever any rule does. */
    public String version() {
        return version;
    }

    /** The evaluators of rules on one officer; of {@link #population()} those of rules on a tenant. */
    public List<Evaluator> all() {
        return all;
    }

    /** @return the one of that rule, or null */
    Evaluator ofRule(String ruleId) {
        return byRule.get(ruleId);
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

    /** Every field that any rule reads. */
    Set<Field> fields() {
        return fields;
    }

    /** Evaluators that accept the fact, none for null. */
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

    private static void addAccepting(List<Evaluator> candidates, Observation fact, List<Evaluator> accepting) {
        for (Evaluator evaluator : candidates) {
            if (evaluator.accepts(fact)) {
                accepting.add(evaluator);
            }
        }
    }

    private void index(Evaluator evaluator) {
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
