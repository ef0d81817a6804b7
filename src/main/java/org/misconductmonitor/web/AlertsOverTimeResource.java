package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.Alerts;
import org.misconductmonitor.statistics.Period;

/** How many alerts there were when, so that a rule on trial can be judged by what it would have done. */
final class AlertsOverTimeResource implements Resource {
    private final Alerts alerts;
    private final Param<Period> by = Params.choice(
            "by",
            "Calendar periods, UTC, by the business time at which alerts fired.",
            List.of("month", "quarter", "year"),
            word -> Period.valueOf(word.toUpperCase(Locale.ROOT)),
            "month");

    AlertsOverTimeResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/alerts/over-time", "countAlertsOverTime")
                .needs(Permission.READ_ALERTS)
                .about(
                        "alerts",
                        "Count alerts over time",
                        "By period, rule and level. `rule=a&shadow=true` tells what a rule on trial has recorded.")
                .takes(by)
                .takes(AlertParams.all())
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("AlertsOverTime"), this::count));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "AlertsOverTime",
                Schemas.object()
                        .with(
                                "rows",
                                Schemas.array(
                                        Schemas.object()
                                                .with("period", Schemas.text("Such as 2024-03, 2024-Q1 or 2024."))
                                                .with("ruleId", Schemas.text("The rule."))
                                                .with("level", Schemas.text("Its level."))
                                                .with("alerts", Schemas.integer("That fired then, never 0."))
                                                .with("standing", Schemas.integer("Of them, those that stand now."))
                                                .build(),
                                        "In order of period, rule and level; nothing where there was none."))
                        .build());
    }

    private Reply count(Request request) {
        Map<String, ObjectNode> rows = new TreeMap<>();
        alerts.overTime(AlertParams.filter(request), request.get(by)).forEach((fired, count) -> {
            String key = String.join("\n", fired.period(), fired.ruleId(), fired.level());
            ObjectNode row = rows.computeIfAbsent(key, none -> JsonNodeFactory.instance
                    .objectNode()
                    .put("period", fired.period())
                    .put("ruleId", fired.ruleId())
                    .put("level", fired.level())
                    .put("alerts", 0L)
                    .put("standing", 0L));
            row.put("alerts", row.get("alerts").asLong() + count);
            row.put("standing", row.get("standing").asLong() + (fired.stands() ? count : 0));
        });
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("rows");
        rows.values().forEach(array::add);
        return Reply.json(json);
    }
}
