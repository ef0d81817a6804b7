package org.misconductmonitor.engine;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Situation;
import org.misconductmonitor.rule.State;

/** A fact that comes while something holds. */
final class StateEvaluator extends Evaluator {
    private final State state;

    StateEvaluator(Rule rule, State state) {
        super(rule);
        this.state = state;
    }

    @Override
    public boolean accepts(Observation fact) {
        return isTrigger(fact)
                || AbsenceEvaluator.touches(state.background().during(), fact)
                || AbsenceEvaluator.touches(state.background().unless(), fact);
    }

    boolean isTrigger(Observation fact) {
        return state.on().contains(fact.type()) && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        return new StateFold(this, state);
    }

    @Override
    public String explain(Firing firing) {
        String held = names(state.background().during().stream());
        String lacked = names(state.background().unless().stream());
        return TypeNames.of(state.on())
                + (held.isEmpty() ? "" : " while " + held)
                + (lacked.isEmpty() ? "" : (held.isEmpty() ? " while not: " : ", and not: ") + lacked);
    }

    private static String names(Stream<Situation> situations) {
        return situations.map(Situation::name).collect(Collectors.joining(" or "));
    }
}
