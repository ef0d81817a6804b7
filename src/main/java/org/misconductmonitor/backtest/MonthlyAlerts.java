package org.misconductmonitor.backtest;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When one level of one rule raised alerts.
 *
 * @param alerts by the calendar month (UTC) in which they were raised; months without any are left out
 */
public record MonthlyAlerts(String ruleId, String level, SortedMap<YearMonth, Integer> alerts) {
    private record RuleLevel(String ruleId, int levelIndex, String level) implements Comparable<RuleLevel> {
        @Override
        public int compareTo(RuleLevel other) {
            int byRule = ruleId.compareTo(other.ruleId);
            return byRule != 0 ? byRule : Integer.compare(levelIndex, other.levelIndex);
        }
    }

    /** One a rule and level that raised any, by rule and level. */
    static List<MonthlyAlerts> of(History history) {
        SortedMap<RuleLevel, SortedMap<YearMonth, Integer>> found = new TreeMap<>();
        history.raisings().forEach(raising -> found.computeIfAbsent(
                        new RuleLevel(
                                raising.first().rule().id(),
                                raising.first().levelIndex(),
                                raising.first().level()),
                        none -> new TreeMap<>())
                .merge(YearMonth.from(raising.raisedAt().atOffset(ZoneOffset.UTC)), 1, Integer::sum));
        List<MonthlyAlerts> all = new ArrayList<>();
        found.forEach((of, alerts) -> all.add(new MonthlyAlerts(of.ruleId(), of.level(), alerts)));
        return all;
    }
}
