package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Sequence;

/** What of one officer has come first. */
final class SequenceFold implements Fold {
    private record First(String key, Instant at) {}

    private final SequenceEvaluator evaluator;
    private final Sequence sequence;
    private final Openings<First> open;
    private final Deque<First> inOrder = new ArrayDeque<>();

    SequenceFold(SequenceEvaluator evaluator, Sequence sequence) {
        this.evaluator = evaluator;
        this.sequence = sequence;
        this.open = new Openings<>(sequence.by());
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        Instant earliest = sequence.within().earliestStartFrom(at);
        while (!inOrder.isEmpty() && !inOrder.peekFirst().at.isAfter(earliest)) {
            open.remove(inOrder.pollFirst());
        }
        if (evaluator.isLast(fact) && evaluator.rule().inForceAt(at)) {
            fire(fact, at, told);
        }
        if (evaluator.breaks(fact)) {
            open.of(fact).forEach(open::remove);
        }
        if (evaluator.isFirst(fact)) {
            First first = new First(fact.key(), at);
            inOrder.addLast(first);
            open.add(fact, first);
        }
    }

    private void fire(Observation fact, Instant at, Told told) {
        Instant start = sequence.within().start(at);
        List<String> evidence = new ArrayList<>();
        open.of(fact).stream().filter(first -> first.at.isAfter(start)).forEach(first -> evidence.add(first.key));
        int count = evidence.size();
        evidence.add(fact.key());
        for (int i = 0; i < sequence.levels().size(); i++) {
            Level level = sequence.levels().get(i);
            if (level.at() <= count) {
                told.fired(new Firing(
                        i, level.name(), level.at(), at, count, start, at, List.copyOf(evidence), null, null));
            }
        }
    }
}
