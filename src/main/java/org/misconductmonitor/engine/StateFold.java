package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.State;

/** What holds of one officer. */
final class StateFold implements Fold {
    private final StateEvaluator evaluator;
    private final State state;
    private final BackgroundWatch background;

    StateFold(StateEvaluator evaluator, State state) {
        this.evaluator = evaluator;
        this.state = state;
        this.background = new BackgroundWatch(state.background());
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        if (evaluator.isTrigger(fact) && evaluator.rule().inForceAt(at)) {
            List<Holding.Start> held = background.before(at);
            if (held != null) {
                fire(fact, at, held, told);
            }
        }
        background.take(fact, at);
    }

    private void fire(Observation fact, Instant at, List<Holding.Start> held, Told told) {
        int count = Math.max(1, held.size());
        Instant since = held.isEmpty() ? at : held.get(0).since();
        List<String> evidence = new ArrayList<>(held.size() + 1);
        held.forEach(start -> evidence.add(start.key()));
        evidence.add(fact.key());
        for (int i = 0; i < state.levels().size(); i++) {
            Level level = state.levels().get(i);
            if (level.at() <= count) {
                told.fired(new Firing(
                        i, level.name(), level.at(), at, count, since, at, List.copyOf(evidence), null, null));
            }
        }
    }
}
