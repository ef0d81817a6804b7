package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Threshold;

/** A sum of weights in a window that ends at each matching fact. */
final class ScoreEvaluator extends Evaluator {
    private final Score score;
    private final Threshold threshold;

    ScoreEvaluator(Rule rule, Score score) {
        super(rule);
        this.score = score;
        this.threshold = score.threshold();
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
                && score.weights().of(fact) > 0
                && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        boolean withCases = ThresholdFold.asksForNewCases(threshold);
        return ThresholdFold.start(
                rule(), threshold, score.weights()::of, () -> new ScoreWindow(withCases, score.halfLife()));
    }

    @Override
    public String explain(Firing firing) {
        String of = threshold.per() == null ? "" : " of one " + threshold.per().jsonName() + ", " + firing.part();
        String halved = score.halfLife() == null
                ? ""
                : ", halved every " + score.halfLife().days() + " days";
        return String.format(
                Locale.ROOT,
                "%s weighed by %s%s come to %d within %s%s, the level asks for %d",
                threshold.count().word(),
                score.weights().field().jsonName(),
                of,
                firing.count(),
                threshold.window().inWords(),
                halved,
                firing.threshold());
    }
}
