package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.Days;
import org.misconductmonitor.backtest.Raising;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.backtest.Tally;

/**
 * What {@code rules backtest} prints.
 *
 * @param result of the rules
 * @param baseline of the rules to compare with, or null
 * @param changes from those to these, or null
 */
record BacktestReport(BacktestResult result, BacktestResult baseline, Changes changes) {
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("result", result);
        if (changes != null) {
            json.put("baseline", baseline);
            json.put("changes", changes.rules());
            json.put("gained", alerts(changes.gained()));
            json.put("lost", alerts(changes.lost()));
        }
        return JsonOutput.of(json);
    }

    void print(PrintWriter out) {
        head(out);
        table().print(out);
        if (!result.silent().isEmpty()) {
            out.println("Silent: " + String.join(", ", result.silent()));
        }
        out.println();
        out.printf(
                "FLAGGED: cases in the evidence, each officer's case once. SUSTAINED: of those that ended. Base rate of"
                        + " all %,d cases that ended: %s.%n",
                result.allCases().ended(), percent(result.allCases()));
        out.println("TO OUTCOME, TO LEAVING: days from the alert, as the median (a tenth stay below - nine tenths);"
                + " negative: too late.");
        if (changes != null) {
            out.println();
            changes(out);
        }
    }

    private void head(PrintWriter out) {
        int bySeveral = result.officersByRules().entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToInt(Map.Entry::getValue)
                .sum();
        out.printf(
                "%s of %s, %s to %s; %,.0f officer-years in sight%n",
                counted(result.events(), "event"),
                counted(result.officers(), "officer"),
                day(result.from()),
                day(result.until()),
                result.officerYears());
        out.printf(
                "%s about %s, %,d of them by more than one rule%n%n",
                counted(result.alerts(), "alert"), counted(result.officersWithAlerts(), "officer"), bySeveral);
    }

    private TextTable table() {
        TextTable table = new TextTable(
                "RULE",
                "LEVEL",
                "ALERTS",
                "WITHDRAWN",
                "RESOLVED",
                "OFFICERS",
                "/100/YEAR",
                "FLAGGED",
                "SUSTAINED",
                "TO OUTCOME",
                "TO LEAVING");
        for (RuleFigures rule : result.rules()) {
            table.row(
                    rule.ruleId() + (rule.shadow() ? " (shadow)" : ""),
                    rule.level(),
                    number(rule.alerts()),
                    number(rule.withdrawn()),
                    number(rule.resolved()),
                    number(rule.officers()),
                    rule.perHundredOfficerYears() == null ? null : "%.2f".formatted(rule.perHundredOfficerYears()),
                    number(rule.flagged().cases()),
                    percent(rule.flagged()),
                    days(rule.toOutcome()),
                    days(rule.toLeaving()));
        }
        return table;
    }

    private void changes(PrintWriter out) {
        TextTable table = new TextTable("AGAINST THE BASELINE", "LEVEL", "GAINED", "LOST", "KEPT");
        changes.rules()
                .forEach(change -> table.row(
                        change.ruleId(),
                        change.level(),
                        number(change.gained()),
                        number(change.lost()),
                        number(change.kept())));
        table.print(out);
        out.printf(
                "Sustained of the flagged cases that ended: %s, before %s.%n",
                percent(result.flagged()), percent(baseline.flagged()));
    }

    private static List<?> alerts(List<Raising> raisings) {
        return raisings.stream()
                .map(raising -> AlertJson.write(raising.first()))
                .toList();
    }

    private static String counted(int number, String thing) {
        return number(number) + " " + thing + (number == 1 ? "" : "s");
    }

    private static String number(int number) {
        return "%,d".formatted(number);
    }

    private static String percent(Tally tally) {
        Double share = tally.sustained();
        return share == null ? "-" : "%.1f%%".formatted(100 * share);
    }

    private static String days(Days days) {
        return days.count() == 0 ? null : "%,d (%,d - %,d)".formatted(days.median(), days.p10(), days.p90());
    }

    private static String day(Instant at) {
        return at == null ? "-" : at.toString().substring(0, 10);
    }
}
