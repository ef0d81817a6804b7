package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.Comparison;
import org.misconductmonitor.backtest.MonthlyAlerts;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.backtest.Tally;
import org.misconductmonitor.query.RuleTrial;

/** Back-tests as they are answered. */
final class BacktestJson {
    private BacktestJson() {}

    /** @param caller who is told; how far it is may be known to all, what came out only within reach */
    static ObjectNode write(RuleTrial trial, Caller caller) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        // The state is looked at first: what belongs to it is there before it is.
        json.put("id", trial.id()).put("state", trial.state().name());
        json.put("progress", trial.progress());
        json.put("own", trial.isOf(caller));
        FactJson.put(json, "why", trial.failure());
        if (trial.isWithin(caller)) {
            json.put("events", trial.events());
            Comparison result = trial.result();
            if (result != null) {
                json.set("result", result(result));
            }
        }
        return json;
    }

    private static ObjectNode result(Comparison comparison) {
        ObjectNode json = side(comparison.tried());
        json.set("inForce", side(comparison.before()));
        ArrayNode rules = json.putArray("rules");
        rows(comparison).values().forEach(rules::add);
        return json;
    }

    /** What is told of all rules of one side together. */
    private static ObjectNode side(BacktestResult result) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        FactJson.put(json, "from", result.from());
        FactJson.put(json, "until", result.until());
        json.put("officers", result.officers());
        json.put("officerYears", result.officerYears());
        json.put("alerts", result.alerts());
        json.put("officersWithAlerts", result.officersWithAlerts());
        put(json, "flagged", result.flagged());
        put(json, "allCases", result.allCases());
        return json;
    }

    /** One a rule and level of which either side raised anything. */
    private static Map<String, ObjectNode> rows(Comparison comparison) {
        Map<String, ObjectNode> rows = new TreeMap<>();
        for (Changes.Change change : comparison.changes()) {
            row(rows, change.ruleId(), change.level())
                    .put("gained", change.gained())
                    .put("lost", change.lost())
                    .put("kept", change.kept());
        }
        comparison.tried().rules().forEach(figures -> row(rows, figures).set("tried", figures(figures)));
        comparison.before().rules().forEach(figures -> row(rows, figures).set("inForce", figures(figures)));
        comparison.months().forEach(months -> months(rows, "months", months));
        comparison.monthsBefore().forEach(months -> months(rows, "monthsInForce", months));
        return rows;
    }

    private static ObjectNode row(Map<String, ObjectNode> rows, RuleFigures figures) {
        ObjectNode row = row(rows, figures.ruleId(), figures.level());
        row.put("title", figures.title());
        row.put("levelIndex", figures.levelIndex());
        return row;
    }

    private static ObjectNode row(Map<String, ObjectNode> rows, String ruleId, String level) {
        return rows.computeIfAbsent(ruleId + '\n' + level, none -> JsonNodeFactory.instance
                .objectNode()
                .put("ruleId", ruleId)
                .put("level", level));
    }

    private static ObjectNode figures(RuleFigures figures) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("alerts", figures.alerts());
        json.put("withdrawn", figures.withdrawn());
        json.put("resolved", figures.resolved());
        json.put("officers", figures.officers());
        if (figures.perHundredOfficerYears() != null) {
            json.put("perHundredOfficerYears", figures.perHundredOfficerYears());
        }
        put(json, "flagged", figures.flagged());
        put(json, "flaggedOpen", figures.flaggedOpen());
        return json;
    }

    private static void put(ObjectNode json, String name, Tally tally) {
        ObjectNode written = json.putObject(name).put("cases", tally.cases()).put("ended", tally.ended());
        if (tally.sustained() != null) {
            written.put("sustained", tally.sustained());
        }
    }

    private static void months(Map<String, ObjectNode> rows, String name, MonthlyAlerts months) {
        ObjectNode json = row(rows, months.ruleId(), months.level()).putObject(name);
        months.alerts().forEach((month, alerts) -> json.put(month.toString(), alerts));
    }
}
