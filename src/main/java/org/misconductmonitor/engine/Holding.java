package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.rule.Situation;

/** Where one situation of one officer holds. */
final class Holding {
    /**
     * What started it.
     *
     * @param key the fact
     * @param since its time
     * @param ends when it ends by itself, exclusive, or null
     */
    record Start(String key, Instant since, Instant ends) {
        EventOrder order() {
            return new EventOrder(since, Firing.eventId(key));
        }
    }

    private final Situation situation;
    private final Openings<Start> open;
    private final PriorityQueue<Start> ending = new PriorityQueue<>(Comparator.comparing(Start::ends));

    Holding(Situation situation) {
        this.situation = situation;
        this.open = new Openings<>(situation.by());
    }

    /** Takes a fact in order: first it ends what was started before it, then it starts. */
    void take(Observation fact, Instant at) {
        if (!situation.by().isNamedBy(fact)) {
            return;
        }
        if (situation.until() != null && situation.until().matches(fact.type(), fact)) {
            open.of(fact).forEach(open::remove);
        }
        if (situation.from().matches(fact.type(), fact)) {
            Start start = new Start(fact.key(), at, ends(fact, at));
            open.add(fact, start);
            if (start.ends != null) {
                ending.add(start);
            }
        }
    }

    /** What holds at that time, which is not before that of any fact taken, in order. */
    List<Start> at(Instant time) {
        while (!ending.isEmpty() && !ending.peek().ends.isAfter(time)) {
            open.remove(ending.poll());
        }
        return List.copyOf(open.all());
    }

    boolean holdsAt(Instant time) {
        return !at(time).isEmpty();
    }

    private Instant ends(Observation fact, Instant at) {
        if (situation.endsAt() != null && fact.get(situation.endsAt()) instanceof Instant ends) {
            return ends;
        }
        return situation.lasts() == null ? null : situation.lasts().after(at);
    }
}
