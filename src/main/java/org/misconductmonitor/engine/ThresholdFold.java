package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** One officer's window, and how far the running episode has come. */
final class ThresholdFold implements Fold {
    private static final int NONE = -1;

    private final Rule rule;
    private final Threshold threshold;
    private final String part;
    private final ToIntFunction<Observation> weight;
    private final FactWindow window;
    private int lastLevel = NONE;
    private Instant lastFiredAt;

    /** @param part the value it counts by itself, or null */
    private ThresholdFold(
            Rule rule, Threshold threshold, String part, ToIntFunction<Observation> weight, FactWindow window) {
        this.part = part;
        this.rule = rule;
        this.threshold = threshold;
        this.weight = weight;
        this.window = window;
    }

    /** Starts one fold that counts distinct values, or one for each value that is counted by itself. */
    static Fold start(Rule rule, Threshold threshold) {
        return start(rule, threshold, fact -> 1, () -> new DistinctWindow(asksForNewCases(threshold)));
    }

    /**
     * Starts one fold, or one for each value that is counted by itself.
     *
     * @param weight what a fact weighs
     * @param windows makes empty windows; if the rule asks for new cases, such as know of cases
     */
    static Fold start(Rule rule, Threshold threshold, ToIntFunction<Observation> weight, Supplier<FactWindow> windows) {
        return threshold.per() == null
                ? new ThresholdFold(rule, threshold, null, weight, windows.get())
                : new PerValueFold(
                        threshold.per(), value -> new ThresholdFold(rule, threshold, value, weight, windows.get()));
    }

    /** Whether its windows are asked for cases. */
    static boolean asksForNewCases(Threshold threshold) {
        return threshold.rearm() instanceof Rearm.OnNewCase;
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = fact.time(threshold.time());
        Instant start = threshold.window().start(at);
        window.evict(threshold.window().earliestStartFrom(at));
        int before = window.count(start, at);
        String caseId = fact.text(Field.CASE_ID);
        boolean newCase = asksForNewCases(threshold) && caseId != null && !window.holdsCase(caseId, start);
        Object value = fact.get(threshold.count().field());
        window.add(new FactWindow.Member(at, value, weight.applyAsInt(fact), caseId, fact.key()));
        int count = window.count(start, at);
        if (isOver(at, before)) {
            lastLevel = NONE;
        }
        if (rule.inForceAt(at)) {
            if (newCase && lastLevel != NONE) {
                lastLevel = Math.min(lastLevel, highestReached(count) - 1);
            }
            fire(at, start, count, told);
        }
    }

    /** Whether the episode has ended before this fact. */
    private boolean isOver(Instant at, int before) {
        if (threshold.rearm() instanceof Rearm.After after) {
            return lastFiredAt != null && !at.isBefore(lastFiredAt.plus(after.quiet()));
        }
        return !(threshold.rearm() instanceof Rearm.Never)
                && before < threshold.levels().get(0).at();
    }

    private int highestReached(int count) {
        int reached = NONE;
        while (reached + 1 < threshold.levels().size()
                && threshold.levels().get(reached + 1).at() <= count) {
            reached++;
        }
        return reached;
    }

    private void fire(Instant at, Instant start, int count, Told told) {
        int reached = highestReached(count);
        if (reached <= lastLevel) {
            return;
        }
        List<String> evidence = window.keysAfter(start);
        for (int i = lastLevel + 1; i <= reached; i++) {
            Level level = threshold.levels().get(i);
            told.fired(new Firing(i, level.name(), level.at(), at, count, start, at, evidence, null, part));
        }
        lastLevel = reached;
        lastFiredAt = at;
    }
}
