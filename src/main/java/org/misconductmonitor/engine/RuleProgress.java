package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.misconductmonitor.event.EventOrder;

/** How far one rule has come in one officer's record. */
final class RuleProgress {
    private final Evaluator evaluator;
    private Fold fold;
    private EventOrder last;

    RuleProgress(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.fold = evaluator.start();
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Whether the fact comes after all that the rule has taken. */
    boolean isNext(Observation fact) {
        return last == null || evaluator.order(fact).compareTo(last) > 0;
    }

    /** Whether an outcome from that time on may show in evidence already given. */
    boolean reaches(Instant outcomeAt) {
        return last != null && !last.at().isBefore(outcomeAt);
    }

    /** Takes the next fact. */
    List<Firing> step(Observation fact) {
        List<Firing> fired = new ArrayList<>(0);
        fold.next(fact, fired::add);
        last = evaluator.order(fact);
        return fired;
    }

    /** Starts again with these facts, in any order. */
    List<Firing> refold(List<Observation> facts) {
        fold = evaluator.start();
        last = null;
        List<Firing> fired = new ArrayList<>();
        facts.stream()
                .filter(evaluator::accepts)
                .map(fact -> new Placed(evaluator.order(fact), fact))
                .sorted(Comparator.comparing(Placed::order).thenComparing(placed -> placed.fact.key()))
                .forEach(placed -> {
                    fold.next(placed.fact, fired::add);
                    last = placed.order;
                });
        return fired;
    }

    private record Placed(EventOrder order, Observation fact) {}
}
