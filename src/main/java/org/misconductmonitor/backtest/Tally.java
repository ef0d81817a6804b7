package org.misconductmonitor.backtest;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How cases ended.
 *
 * @param byOutcome number of cases; outcomes without a case are left out
 * @param cases number of all of them
 * @param ended number of those that somebody decided: the others say nothing yet
 * @param sustained which part of those that ended was sustained, from 0 to 1; null if none has ended
 */
public record Tally(Map<CaseOutcome, Integer> byOutcome, int cases, int ended, Double sustained) {
    static Tally of(Stream<CaseOutcome> outcomes) {
        Map<CaseOutcome, Integer> counts = new EnumMap<>(CaseOutcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        int cases = 0;
        int ended = 0;
        for (Map.Entry<CaseOutcome, Integer> entry : counts.entrySet()) {
            cases += entry.getValue();
            ended += entry.getKey().ended() ? entry.getValue() : 0;
        }
        Double sustained = ended == 0 ? null : (double) counts.getOrDefault(CaseOutcome.SUSTAINED, 0) / ended;
        return new Tally(counts, cases, ended, sustained);
    }

    /** Number of cases that ended so. */
    public int count(CaseOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0);
    }
}
