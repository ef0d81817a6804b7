package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Score;
import org.misconductmonitor.rule.Threshold;

/** Rules that are one step simpler than a rule. */
final class SimplerRules {
    private SimplerRules() {}

    static List<Rule> of(Rule rule) {
        List<Rule> simpler = new ArrayList<>();
        for (Filter where : simplerFilters(rule.where())) {
            simpler.add(Rules.with(rule, where));
        }
        if (rule.condition() instanceof Threshold threshold) {
            for (Threshold each : simplerThresholds(threshold)) {
                simpler.add(Rules.with(rule, each));
            }
        }
        if (rule.condition() instanceof Score score) {
            simpler.add(Rules.with(rule, score.threshold()));
            if (score.halfLife() != null) {
                simpler.add(Rules.with(rule, new Score(score.threshold(), score.weights(), null)));
            }
            for (Threshold each : simplerThresholds(score.threshold())) {
                simpler.add(Rules.with(rule, new Score(each, score.weights(), score.halfLife())));
            }
        }
        if (rule.condition() instanceof Threshold || rule.condition() instanceof Score) {
            if (rule.validFrom() != null) {
                simpler.add(Rules.with(rule, null, rule.validUntil()));
            }
            if (rule.validUntil() != null) {
                simpler.add(Rules.with(rule, rule.validFrom(), null));
            }
        }
        return simpler;
    }

    private static List<Filter> simplerFilters(Filter where) {
        List<Filter> simpler = new ArrayList<>();
        if (!where.equals(Filter.EVERYTHING)) {
            simpler.add(Filter.EVERYTHING);
        }
        if (where instanceof Filter.Not not) {
            simpler.add(not.part());
        } else if (where instanceof Filter.All all) {
            simpler.addAll(all.parts());
        } else if (where instanceof Filter.Any any) {
            simpler.addAll(any.parts());
        }
        return simpler;
    }

    private static List<Threshold> simplerThresholds(Threshold threshold) {
        List<Threshold> simpler = new ArrayList<>();
        if (!(threshold.rearm() instanceof Rearm.BelowLowest)) {
            simpler.add(with(threshold, threshold.levels(), new Rearm.BelowLowest()));
        }
        for (Level level : threshold.levels()) {
            List<Level> fewer = new ArrayList<>(threshold.levels());
            fewer.remove(level);
            if (!fewer.isEmpty()) {
                simpler.add(with(threshold, fewer, threshold.rearm()));
            }
        }
        return simpler;
    }

    private static Threshold with(Threshold threshold, List<Level> levels, Rearm rearm) {
        return new Threshold(
                threshold.on(),
                threshold.count(),
                threshold.window(),
                threshold.time(),
                threshold.per(),
                levels,
                rearm);
    }
}
