package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.rule.RuleSet;

/**
 * What happened when a set of rules saw a history.
 *
 * @param rules the rules
 * @param from time of the first event, or of the beginning of the part; null if there was none and no end was asked for
 * @param until how far time went, or the end of the part; null likewise
 * @param events how many were taken
 * @param raisings every alert that was raised, in the order in which alerts are listed
 * @param records what the facts say at the end
 */
public record History(RuleSet rules, Instant from, Instant until, int events, List<Raising> raisings, Records records) {
    public History {
        raisings = List.copyOf(raisings);
    }

    /**
     * The part of it that lies between two times: the alerts raised then, by rules that knew what was before. How things
     * ended stays as it is known at the end of the whole.
     *
     * @param start inclusive; null: no limit
     * @param end exclusive; null: no limit
     */
    public History between(Instant start, Instant end) {
        return new History(
                rules,
                start == null || from == null || start.isBefore(from) ? from : start,
                end == null || until == null || end.isAfter(until) ? until : end,
                events,
                raisings.stream()
                        .filter(raising -> start == null || !raising.raisedAt().isBefore(start))
                        .filter(raising -> end == null || raising.raisedAt().isBefore(end))
                        .toList(),
                records);
    }
}
