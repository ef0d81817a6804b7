package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Rule;

/** A handler who decides otherwise than others, or whose cases are reopened. */
final class DecisionEvaluator extends Evaluator {
    private final DecisionMaker decisions;

    DecisionEvaluator(Rule rule, DecisionMaker decisions) {
        super(rule);
        this.decisions = decisions;
    }

    @Override
    public boolean accepts(Observation fact) {
        return decides(fact) || reopens(fact);
    }

    boolean decides(Observation fact) {
        return decisions.on().contains(fact.type())
                && fact.text(Field.HANDLER_ID) != null
                && (!decisions.reopened() || fact.text(Field.CASE_ID) != null)
                && rule().where().matches(fact);
    }

    boolean reopens(Observation fact) {
        return decisions.reopened() && fact.type() == EventType.REOPENED && fact.text(Field.CASE_ID) != null;
    }

    @Override
    public Fold start() {
        return decisions.reopened() ? new ReopenedFold(this, decisions) : new ShareFold(this, decisions);
    }

    @Override
    public String explain(Firing firing) {
        String within = decisions.window().inWords();
        return decisions.reopened()
                ? String.format(
                        Locale.ROOT,
                        "%d %s decided within %s and reopened later, the level asks for %d",
                        firing.count(),
                        firing.count() == 1 ? "case" : "cases",
                        within,
                        firing.threshold())
                : String.format(
                        Locale.ROOT,
                        "%d %s within %s",
                        firing.count(),
                        firing.about().against(),
                        within);
    }
}
