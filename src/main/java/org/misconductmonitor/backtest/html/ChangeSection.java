package org.misconductmonitor.backtest.html;

import java.util.Arrays;
import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.Raising;
import org.misconductmonitor.page.Html;

/** What changes against the baseline. */
final class ChangeSection {
    private static final int LISTED = 50;

    private ChangeSection() {}

    static void write(Html html, BacktestResult result, BacktestResult baseline, Changes changes) {
        Page.section(
                html,
                "Against the baseline",
                "Alerts: " + Words.number(changes.gained().size()) + " gained, "
                        + Words.number(changes.lost().size()) + " lost. An alert is the same if rule, officer, level,"
                        + " firing time and evidence are. Flagged cases sustained: "
                        + Words.percentOrNone(result.flagged().sustained()) + ", with the baseline "
                        + Words.percentOrNone(baseline.flagged().sustained()) + " (rules " + baseline.rulesVersion()
                        + ").");
        Table.write(
                html,
                "By rule and level",
                List.of("Rule and level", "Gained", "Lost", "Kept"),
                changes.rules().stream()
                        .map(change -> List.of(
                                change.ruleId() + " " + change.level(),
                                Words.number(change.gained()),
                                Words.number(change.lost()),
                                Words.number(change.kept())))
                        .toList());
        list(html, "Gained", changes.gained());
        list(html, "Lost", changes.lost());
    }

    private static void list(Html html, String title, List<Raising> raisings) {
        if (raisings.isEmpty()) {
            return;
        }
        String some = raisings.size() > LISTED ? ", the first " + LISTED + "; all of them with --json" : "";
        Table.write(
                html,
                title + some,
                List.of("Rule and level", "Subject", "Fired", "Raised", "Count", "Since then"),
                raisings.stream().limit(LISTED).map(ChangeSection::cells).toList());
    }

    private static List<String> cells(Raising raising) {
        Alert alert = raising.first();
        return Arrays.asList(
                alert.rule().id() + " " + alert.level(),
                alert.subject().id(),
                Words.day(alert.firedAt()),
                Words.day(raising.raisedAt()),
                Words.number(alert.count()),
                raising.withdrawn() ? "withdrawn" : raising.resolved() ? "resolved" : null);
    }
}
