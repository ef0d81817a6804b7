package org.misconductmonitor.engine;

import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** N distinct things in a window that ends at each matching fact. */
final class ThresholdEvaluator extends Evaluator {
    private final Threshold threshold;

    ThresholdEvaluator(Rule rule, Threshold threshold) {
        super(rule);
        this.threshold = threshold;
    }

    @Override
    public Filter necessary() {
        return rule().where();
    }

    @Override
    public boolean accepts(Observation fact) {
        return threshold.on().contains(fact.type())
                && fact.get(threshold.count().field()) != null
                && (threshold.per() == null || fact.get(threshold.per()) != null)
                && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        return ThresholdFold.start(rule(), threshold);
    }

    @Override
    public String explain(Firing firing) {
        String of = threshold.per() == null ? "" : " of one " + threshold.per().jsonName() + ", " + firing.part() + ",";
        String things = firing.count() == 1
                ? threshold.count().singular()
                : threshold.count().word();
        return firing.count() + " " + things + of + " within "
                + threshold.window().inWords() + ", the level asks for " + firing.threshold();
    }
}
