package org.misconductmonitor.backtest;

import java.util.List;

/**
 * What one set of rules does on a history, and what another did: figures only, nothing about single people.
 *
 * @param tried of the rules that are tried
 * @param before of the rules that they are compared with
 * @param changes one a rule and level
 * @param months when the rules that are tried raised alerts
 * @param monthsBefore when the others did
 */
public record Comparison(
        BacktestResult tried,
        BacktestResult before,
        List<Changes.Change> changes,
        List<MonthlyAlerts> months,
        List<MonthlyAlerts> monthsBefore) {

    /**
     * Works it out.
     *
     * @param before of the rules to compare with
     * @param findings which outcome each finding is
     */
    public static Comparison of(History before, History tried, Findings findings) {
        return new Comparison(
                Evaluation.of(tried, findings),
                Evaluation.of(before, findings),
                Changes.between(before, tried).rules(),
                MonthlyAlerts.of(tried),
                MonthlyAlerts.of(before));
    }
}
