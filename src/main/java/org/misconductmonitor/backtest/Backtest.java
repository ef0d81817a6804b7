package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.rule.RuleSet;

/** Plays a history to a set of rules, without look-ahead. */
public final class Backtest {
    /** Decides between any two events that differ: the order of the files must not matter. */
    private static final Comparator<Event> AS_KNOWN =
            EventOrder.BY_TIME.thenComparing(Event::revision).thenComparing(EventJson::write, EventOrder.BYTE_ORDER);

    private final RuleSet rules;

    public Backtest(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Runs the rules.
     *
     * @param events in any order
     * @param until events later than that are left out, and time goes on to then; null: to the last event
     * @param taken told after each event
     */
    public History run(List<Event> events, Instant until, Runnable taken) {
        List<Event> known = events.stream()
                .filter(event -> until == null || !event.at().isAfter(until))
                .sorted(AS_KNOWN)
                .toList();
        Population population = new Population(rules);
        Raisings raisings = new Raisings();
        Instant moment = null;
        for (Event event : known) {
            if (!event.at().equals(moment)) {
                if (moment != null) {
                    raisings.take(population.settle(moment));
                }
                // What falls due at a time comes after every fact of that very time.
                raisings.take(population.advance(event.at().minusNanos(1)));
                moment = event.at();
            }
            raisings.take(population.accept(event, moment).alerts());
            taken.run();
        }
        Instant end = until == null ? moment : until;
        if (moment != null) {
            raisings.take(population.settle(moment));
        }
        if (end != null) {
            raisings.take(population.advance(end));
        }
        Instant start = known.isEmpty() ? end : known.get(0).at();
        return new History(
                rules, start, end, known.size(), raisings.inOrder(), Records.of(population.counting(), known, end));
    }
}
