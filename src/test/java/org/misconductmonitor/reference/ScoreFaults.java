package org.misconductmonitor.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.HalfLife;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Threshold;
import org.misconductmonitor.rule.Weights;

/** Mistakes an engine could make with scores. */
final class ScoreFaults {
    private ScoreFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.onRules(
                        "counts and does not weigh",
                        rule -> rule.condition() instanceof Score score ? Rules.with(rule, score.threshold()) : rule),
                edits("weighs what weighs nothing", it -> weighing(it, least(it.weights()))),
                edits("knows no other values", it -> weighing(it, listed(it.weights()))),
                edits("loses no weight", it -> new Score(it.threshold(), it.weights(), null)),
                edits("loses weight too slowly", ScoreFaults::slower),
                edits("adds up every fact", it -> new Score(ofEvents(it.threshold()), it.weights(), it.halfLife())));
    }

    private static Fault edits(String name, UnaryOperator<Score> edit) {
        return Fault.onRules(
                name, rule -> rule.condition() instanceof Score score ? Rules.with(rule, edit.apply(score)) : rule);
    }

    private static Score weighing(Score it, Weights weights) {
        return new Score(it.threshold(), weights, it.halfLife());
    }

    private static Weights least(Weights weights) {
        Map<String, Integer> values = new HashMap<>(weights.values());
        values.replaceAll((value, weight) -> Math.max(1, weight));
        return new Weights(weights.field(), values, Math.max(1, weights.otherwise()));
    }

    private static Weights listed(Weights weights) {
        return new Weights(weights.field(), weights.values(), 0);
    }

    private static Score slower(Score it) {
        return it.halfLife() == null
                ? it
                : new Score(
                        it.threshold(), it.weights(), new HalfLife(it.halfLife().days() * 8));
    }

    private static Threshold ofEvents(Threshold it) {
        return new Threshold(it.on(), CountingKey.EVENTS, it.window(), it.time(), it.per(), it.levels(), it.rearm());
    }
}
