package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Situation;

/** Follows the situations that a rule asks for. */
final class BackgroundWatch {
    private final List<Holding> during;
    private final List<Holding> unless;

    BackgroundWatch(Background background) {
        this.during = watched(background.during());
        this.unless = watched(background.unless());
    }

    private static List<Holding> watched(List<Situation> situations) {
        return situations.isEmpty()
                ? List.of()
                : situations.stream().map(Holding::new).toList();
    }

    void take(Observation fact, Instant at) {
        during.forEach(holding -> holding.take(fact, at));
        unless.forEach(holding -> holding.take(fact, at));
    }

    /**
     * What holds just before a fact of that time.
     *
     * @return what started it, in order, each fact once; null if what must hold does
     *     not, or what must not does
     */
    List<Holding.Start> before(Instant at) {
        for (Holding holding : unless) {
            if (holding.holdsAt(at)) {
                return null;
            }
        }
        Map<String, Holding.Start> starts = new LinkedHashMap<>();
        for (Holding holding : during) {
            holding.at(at).forEach(start -> starts.putIfAbsent(start.key(), start));
        }
        if (starts.isEmpty() && !during.isEmpty()) {
            return null;
        }
        List<Holding.Start> inOrder = new ArrayList<>(starts.values());
        inOrder.sort(Comparator.comparing(Holding.Start::order));
        return inOrder;
    }
}
