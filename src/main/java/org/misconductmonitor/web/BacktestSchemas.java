package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import org.misconductmonitor.query.RuleTrial;

/** What back-tests look like. */
final class BacktestSchemas {
    private BacktestSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                "Backtest",
                Schemas.object()
                        .with("id", Schemas.text("Identity; stands in its address."))
                        .with(
                                "state",
                                Schemas.oneOf(Arrays.stream(RuleTrial.State.values())
                                        .map(Enum::name)
                                        .toList()))
                        .with("progress", Schemas.number("From 0 to 1; 0 while the history is read."))
                        .with("own", Schemas.flag("Whether whoever asks began it, and may cancel it."))
                        .maybe(
                                "events",
                                Schemas.integer("Read so far. Absent, as the result is: it looks at what is beyond the"
                                        + " reach of whoever asks."))
                        .maybe("why", Schemas.text("Why it failed."))
                        .maybe("result", Schemas.ref("BacktestResult"))
                        .build(),
                "BacktestResult",
                side().with("inForce", side().build())
                        .with("rules", Schemas.array(row(), "One a rule and level of which either raised anything."))
                        .build(),
                "BacktestFigures",
                figures());
    }

    private static Schemas.Fields side() {
        return Schemas.object()
                .maybe("from", Schemas.time("Where the period begins."))
                .maybe("until", Schemas.time("Where the period ends."))
                .with("officers", Schemas.integer("Of whom anything is known."))
                .with("officerYears", Schemas.number("How long they were in sight within the period."))
                .with("alerts", Schemas.integer("That would have been raised."))
                .with("officersWithAlerts", Schemas.integer("About whom."))
                .with("flagged", tally("How the cases in the evidence ended, each once."))
                .with("allCases", tally("How all cases of the history ended: the base rate."));
    }

    private static ObjectNode row() {
        ObjectNode months = Schemas.anyObject("Alerts by the month in which they were raised, such as 2024-03.");
        return Schemas.object()
                .with("ruleId", Schemas.text("The rule."))
                .with("level", Schemas.text("Its level."))
                .maybe("levelIndex", Schemas.integer("Position of the level in its rule, from 0."))
                .maybe("title", Schemas.text("What the rule is called."))
                .with("gained", Schemas.integer("Alerts that only the rules tried raise."))
                .with("lost", Schemas.integer("Alerts that only those in force raise."))
                .with("kept", Schemas.integer("Alerts that both raise."))
                .maybe("tried", Schemas.ref("BacktestFigures"))
                .maybe("inForce", Schemas.ref("BacktestFigures"))
                .maybe("months", months)
                .maybe("monthsInForce", months.deepCopy())
                .build();
    }

    private static ObjectNode figures() {
        return Schemas.object()
                .with("alerts", Schemas.integer("That would have been raised."))
                .with("withdrawn", Schemas.integer("Of them, those that later facts took back."))
                .with("resolved", Schemas.integer("Of them, those that ended by themselves."))
                .with("officers", Schemas.integer("About how many officers; none if about units or tenants."))
                .maybe("perHundredOfficerYears", Schemas.number("Absent: nobody was in sight."))
                .with("flagged", tally("How the cases in the evidence ended, each officer's case once."))
                .with("flaggedOpen", tally("The same of those still open when an alert first named them."))
                .build();
    }

    private static ObjectNode tally(String description) {
        return Schemas.object()
                .with("cases", Schemas.integer("All of them."))
                .with("ended", Schemas.integer("That somebody decided."))
                .maybe("sustained", Schemas.number("Share of those that ended, 0 to 1; absent: none has."))
                .build()
                .put("description", description);
    }
}
