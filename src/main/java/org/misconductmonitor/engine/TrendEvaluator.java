package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Trend;

/** Case after case more severe, or faster. */
final class TrendEvaluator extends Evaluator {
    private final Trend trend;

    TrendEvaluator(Rule rule, Trend trend) {
        super(rule);
        this.trend = trend;
    }

    @Override
    public Filter necessary() {
        return rule().where();
    }

    @Override
    public boolean accepts(Observation fact) {
        return trend.on().contains(fact.type())
                && fact.text(Field.CASE_ID) != null
                && (trend.rising() == Trend.Rising.FREQUENCY || severity(fact) >= 0)
                && rule().where().matches(fact);
    }

    static int severity(Observation fact) {
        return Trend.SEVERITIES.indexOf(String.valueOf(fact.text(Field.SEVERITY)));
    }

    @Override
    public Fold start() {
        return new TrendFold(this, trend);
    }

    @Override
    public String explain(Firing firing) {
        String rising = trend.rising() == Trend.Rising.SEVERITY ? "more severe" : "sooner";
        return String.format(
                Locale.ROOT,
                "%d cases in a row within %s, each %s than the one before",
                firing.count(),
                trend.window().inWords(),
                rising);
    }
}
