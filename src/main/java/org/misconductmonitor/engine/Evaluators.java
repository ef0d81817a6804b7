package org.misconductmonitor.engine;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Feed;
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

/** The evaluators of a set of rules: those on one officer, and apart from them those on a tenant. */
public final class Evaluators {
    private final RuleSet rules;
    private final String version;
    private final List<Evaluator> all;
    private final EvaluatorIndex index = new EvaluatorIndex();
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
            index.add(evaluator);
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
        return index.lookAt(type);
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
        return index.reading(read, type);
    }

    /** Every field that any rule reads. */
    Set<Field> fields() {
        return fields;
    }

    /** Evaluators that accept the fact, none for null. */
    List<Evaluator> accepting(Observation fact) {
        return index.accepting(fact);
    }

    /** Whether any of them accepts the fact. */
    boolean accept(Observation fact) {
        return index.accept(fact);
    }
}
