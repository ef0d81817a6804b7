package org.misconductmonitor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Trend;

/** The cases of one officer in order, and how long the row of rising ones at their end is. */
final class TrendFold implements Fold {
    private record Case(EventOrder order, String key, int severity) {}

    private final TrendEvaluator evaluator;
    private final Trend trend;
    private final int longest;
    private final TreeMap<EventOrder, Case> cases = new TreeMap<>();
    private final Map<String, Case> byId = new HashMap<>();
    private int lastLevel = -1;

    TrendFold(TrendEvaluator evaluator, Trend trend) {
        this.evaluator = evaluator;
        this.trend = trend;
        this.longest = trend.levels().get(trend.levels().size() - 1).at();
    }

    @Override
    public void next(Observation fact, Told told) {
        EventOrder order = evaluator.order(fact);
        String caseId = fact.text(Field.CASE_ID);
        boolean known = byId.containsKey(caseId);
        if (known && trend.rising() == Trend.Rising.FREQUENCY) {
            return;
        }
        if (known) {
            cases.remove(byId.get(caseId).order);
        }
        Case latest = new Case(order, fact.key(), TrendEvaluator.severity(fact));
        cases.put(order, latest);
        byId.put(caseId, latest);
        List<Case> row = row(trend.window().start(order.at()));
        fire(row, order.at(), told);
    }

    /** The rising cases at the end, the earliest first; no longer than the highest level asks for. */
    private List<Case> row(Instant start) {
        List<Case> row = new ArrayList<>();
        Duration gap = null;
        for (Case each : cases.descendingMap().values()) {
            if (row.size() == longest || !each.order.at().isAfter(start)) {
                break;
            }
            Case later = row.isEmpty() ? null : row.get(row.size() - 1);
            if (later != null && trend.rising() == Trend.Rising.SEVERITY && each.severity >= later.severity) {
                break;
            }
            if (later != null && trend.rising() == Trend.Rising.FREQUENCY) {
                Duration before = Duration.between(each.order.at(), later.order.at());
                if (gap != null && before.compareTo(gap) <= 0) {
                    break;
                }
                gap = before;
            }
            row.add(each);
        }
        Collections.reverse(row);
        return row;
    }

    private void fire(List<Case> row, Instant at, Told told) {
        int reached = -1;
        for (int i = 0; i < trend.levels().size(); i++) {
            Level level = trend.levels().get(i);
            if (level.at() <= row.size()) {
                reached = i;
                if (i > lastLevel && evaluator.rule().inForceAt(at)) {
                    told.fired(new Firing(
                            i,
                            level.name(),
                            level.at(),
                            at,
                            row.size(),
                            trend.window().start(at),
                            at,
                            row.stream().map(Case::key).toList(),
                            null,
                            null));
                }
            }
        }
        lastLevel = reached;
    }
}
