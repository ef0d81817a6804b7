package org.misconductmonitor.engine;

import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Rule;

/** N distinct things open at once. */
final class ConcurrentEvaluator extends Evaluator {
    private final Concurrent concurrent;

    ConcurrentEvaluator(Rule rule, Concurrent concurrent) {
        super(rule);
        this.concurrent = concurrent;
    }

    @Override
    public boolean accepts(Observation fact) {
        return opens(fact) || closes(fact);
    }

    boolean opens(Observation fact) {
        return concurrent.on().contains(fact.type())
                && concurrent.by().isNamedBy(fact)
                && fact.get(concurrent.count().field()) != null
                && rule().where().matches(fact);
    }

    boolean closes(Observation fact) {
        return concurrent.until().matches(fact.type(), fact) && concurrent.by().isNamedBy(fact);
    }

    @Override
    public Fold start() {
        return new ConcurrentFold(this, concurrent);
    }

    @Override
    public String explain(Firing firing) {
        String things = firing.count() == 1
                ? concurrent.count().singular()
                : concurrent.count().word();
        return firing.count() + " " + things + " open at once, the level asks for " + firing.threshold();
    }
}
