package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.rule.RuleSet;

/**
 * What happened when a set of rules saw a history.
 *
 * @param rules the rules
 * @param from time of the first event; null if there was none and no end was asked for
 * @param until how far time went; null likewise
 * @param events how many were taken
 * @param raisings every alert that was raised, in the order in which alerts are listed
 * @param records what the facts say at the end
 */
public record History(RuleSet rules, Instant from, Instant until, int events, List<Raising> raisings, Records records) {
    public History {
        raisings = List.copyOf(raisings);
    }
}
