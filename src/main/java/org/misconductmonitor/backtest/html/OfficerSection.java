package org.misconductmonitor.backtest.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.page.Html;

/** On how many officers the alerts fall. */
final class OfficerSection {
    private static final int[] STEPS = {1, 2, 3, 6, 11, 21, 51, 101};

    private OfficerSection() {}

    static void write(Html html, BacktestResult result) {
        int without = result.officers() - result.officersWithAlerts();
        Page.section(
                html,
                "Officers",
                Words.number(without) + " of " + Words.number(result.officers())
                        + " officers of whom anything is known had no alert. Several rules about one officer are a"
                        + " stronger sign than one rule several times.");
        if (result.officersByRules().isEmpty()) {
            return;
        }
        List<Bars.Row> byRules = result.officersByRules().entrySet().stream()
                .map(entry -> row(entry.getKey() == 1 ? "1 rule" : entry.getKey() + " rules", entry.getValue()))
                .toList();
        Bars.write(html, "Officers by the number of rules that raised an alert", "Rules", "Officers", byRules, null);
        html.element("h3", "How many alerts they have");
        Bars.write(
                html,
                "Officers by the number of their alerts",
                "Alerts",
                "Officers",
                steps(result.officersByAlerts()),
                null);
    }

    private static List<Bars.Row> steps(Map<Integer, Integer> byAlerts) {
        List<Bars.Row> rows = new ArrayList<>();
        for (int i = 0; i < STEPS.length; i++) {
            int from = STEPS[i];
            int below = i + 1 < STEPS.length ? STEPS[i + 1] : Integer.MAX_VALUE;
            int officers = byAlerts.entrySet().stream()
                    .filter(entry -> entry.getKey() >= from && entry.getKey() < below)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (officers > 0) {
                rows.add(row(name(from, below), officers));
            }
        }
        return rows;
    }

    private static String name(int from, int below) {
        if (below == Integer.MAX_VALUE) {
            return from + " or more";
        }
        return below == from + 1 ? Integer.toString(from) : from + " to " + (below - 1);
    }

    private static Bars.Row row(String name, int officers) {
        return new Bars.Row(
                name,
                null,
                null,
                List.of(new Bars.Part(officers, "plain", Words.number(officers))),
                Words.number(officers));
    }
}
