package org.misconductmonitor.backtest.html;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Lead;
import org.misconductmonitor.page.Html;

/** How early alerts came. */
final class LeadSection {
    private LeadSection() {}

    static void write(Html html, BacktestResult result) {
        Map<Lead, Integer> leads = result.daysToOutcome();
        int known = leads.values().stream().mapToInt(Integer::intValue).sum();
        Page.section(
                html,
                "Lead time",
                "From each alert to the end of the latest case in its evidence. It is known of " + Words.number(known)
                        + " of " + Words.number(result.alerts()) + " alerts.");
        if (known > 0) {
            List<Bars.Row> rows = Arrays.stream(Lead.values())
                    .map(lead -> new Bars.Row(
                            lead.words(),
                            null,
                            null,
                            List.of(new Bars.Part(leads.get(lead), "good", Words.number(leads.get(lead)))),
                            Words.number(leads.get(lead))))
                    .toList();
            Bars.write(html, "Alerts by lead time", "Lead time", "Alerts", rows, null);
        }
        Table.write(
                html,
                "Days from the alert: median (a tenth stay below, nine tenths stay below). Negative: the alert came"
                        + " after.",
                List.of("Rule and level", "Known of", "To the end of the case", "Known of", "To the officer's leaving"),
                result.rules().stream()
                        .map(rule -> Arrays.asList(
                                Words.ruleLevel(rule),
                                Words.number(rule.toOutcome().count()),
                                Words.days(rule.toOutcome()),
                                Words.number(rule.toLeaving().count()),
                                Words.days(rule.toLeaving())))
                        .toList());
    }
}
