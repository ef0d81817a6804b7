package org.misconductmonitor.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Surge;

/** The rate of one subject now and before. */
final class SurgeFold implements Fold {
    private static final int NANO_DIGITS = 9;

    private final SurgeEvaluator evaluator;
    private final Surge surge;
    private final String part;
    private final AdjoiningWindows windows = new AdjoiningWindows();
    private final Episode episode = new Episode();

    /** @param part the value it counts by itself, or null */
    SurgeFold(SurgeEvaluator evaluator, Surge surge, String part) {
        this.evaluator = evaluator;
        this.surge = surge;
        this.part = part;
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        Instant middle = surge.window().start(at);
        Instant start = surge.baseline().start(middle);
        windows.move(start, middle);
        windows.evict(surge.baseline().earliestStartFrom(surge.window().earliestStartFrom(at)));
        // How much a fact of the window must weigh for the rate to be that of the baseline.
        BigDecimal baseline = length(start, middle);
        BigDecimal usual = length(middle, at).multiply(BigDecimal.valueOf(windows.earlier()));
        boolean over = reached(windows.later(), usual, baseline) < 0;
        windows.add(at, fact.get(surge.count().field()), fact.key());
        int count = windows.later();
        int reached = reached(count, usual, baseline);
        int first = episode.firstToFire(over, evaluator.rule().inForceAt(at), reached);
        if (first > reached) {
            return;
        }
        List<String> evidence = windows.laterKeys();
        About about = new About(null, null, against(count, usual, baseline));
        for (int i = first; i <= reached; i++) {
            Factor level = surge.levels().get(i);
            int threshold = threshold(level, usual, baseline);
            told.fired(new Firing(i, level.name(), threshold, at, count, middle, at, evidence, null, part, about));
        }
    }

    /** @return position of the highest level that so many reach, or -1 */
    private int reached(int count, BigDecimal usual, BigDecimal baseline) {
        int reached = -1;
        if (count < surge.floor() || windows.earlier() < surge.least()) {
            return reached;
        }
        BigDecimal weight = baseline.multiply(BigDecimal.valueOf(count));
        while (reached + 1 < surge.levels().size()
                && weight.compareTo(
                                usual.multiply(surge.levels().get(reached + 1).at()))
                        >= 0) {
            reached++;
        }
        return reached;
    }

    /** The least count that would have reached the level. */
    private int threshold(Factor level, BigDecimal usual, BigDecimal baseline) {
        int least = usual.multiply(level.at())
                .divide(baseline, 0, RoundingMode.CEILING)
                .intValueExact();
        return Math.max(least, surge.floor());
    }

    private String against(int count, BigDecimal usual, BigDecimal baseline) {
        BigDecimal times = baseline.multiply(BigDecimal.valueOf(count)).divide(usual, 1, RoundingMode.HALF_UP);
        return windows.earlier() + " in the " + surge.baseline().inWordsAfterThe() + " before, " + times.toPlainString()
                + " times their rate";
    }

    private static BigDecimal length(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), NANO_DIGITS));
    }
}
