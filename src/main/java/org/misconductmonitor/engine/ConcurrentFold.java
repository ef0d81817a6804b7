package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Level;

/** What is open of one officer. */
final class ConcurrentFold implements Fold {
    private record Begun(String key, Instant at, Object value) {}

    private final ConcurrentEvaluator evaluator;
    private final Concurrent concurrent;
    private final Openings<Begun> open;
    private final Map<Object, Integer> values = new HashMap<>();
    /** Of each level the identity of what it fired last, or null when fewer were open since or it did not fire. */
    private final String[] running;
    /** How many levels are reached, whether they fired or not. */
    private int reached;

    ConcurrentFold(ConcurrentEvaluator evaluator, Concurrent concurrent) {
        this.evaluator = evaluator;
        this.concurrent = concurrent;
        this.open = new Openings<>(concurrent.by());
        this.running = new String[concurrent.levels().size()];
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        if (evaluator.closes(fact)) {
            open.of(fact).forEach(this::close);
            fall(fact, at, told);
        }
        if (evaluator.opens(fact)) {
            Begun begun = new Begun(fact.key(), at, fact.get(concurrent.count().field()));
            open.add(fact, begun);
            values.merge(begun.value, 1, Integer::sum);
            rise(at, told);
        }
    }

    private void close(Begun begun) {
        open.remove(begun);
        values.computeIfPresent(begun.value, (value, times) -> times == 1 ? null : times - 1);
    }

    private void fall(Observation fact, Instant at, Told told) {
        while (reached > 0 && concurrent.levels().get(reached - 1).at() > values.size()) {
            reached--;
            if (running[reached] != null) {
                told.ended(Ending.by(fact, running[reached], at));
                running[reached] = null;
            }
        }
    }

    private void rise(Instant at, Told told) {
        while (reached < running.length && concurrent.levels().get(reached).at() <= values.size()) {
            if (evaluator.rule().inForceAt(at)) {
                Firing firing = firing(at);
                running[reached] = firing.identity();
                told.fired(firing);
            }
            reached++;
        }
    }

    private Firing firing(Instant at) {
        Level level = concurrent.levels().get(reached);
        List<String> evidence = open.all().stream().map(Begun::key).toList();
        Instant since = open.all().iterator().next().at;
        return new Firing(reached, level.name(), level.at(), at, values.size(), since, at, evidence, null, null);
    }
}
