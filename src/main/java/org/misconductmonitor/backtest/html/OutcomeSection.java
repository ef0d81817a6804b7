package org.misconductmonitor.backtest.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.CaseOutcome;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.backtest.Tally;
import org.misconductmonitor.page.Html;

/** How flagged cases ended, beside how all cases did. */
final class OutcomeSection {
    /** With fewer a share says nothing, and its bar would dwarf the others. */
    private static final int ENOUGH_CASES = 10;

    private OutcomeSection() {}

    static void write(Html html, BacktestResult result) {
        Double base = result.allCases().sustained();
        Page.section(
                html,
                "Precision against the base rate",
                "How many of the flagged cases that ended were sustained. The line is the base rate, the same share of"
                        + " all " + Words.number(result.allCases().ended()) + " cases that ended, flagged or not: "
                        + Words.percentOrNone(base) + ". A rule that only reaches the line tells nothing about proof.");
        List<Bars.Row> rows = result.rules().stream()
                .filter(rule -> rule.flagged().ended() >= ENOUGH_CASES)
                .map(OutcomeSection::row)
                .toList();
        if (!rows.isEmpty()) {
            Bars.write(
                    html,
                    "Share of flagged cases sustained, where at least " + ENOUGH_CASES + " ended",
                    "Rule and level",
                    "Sustained",
                    rows,
                    base);
        }
        outcomes(html, result);
    }

    private static Bars.Row row(RuleFigures rule) {
        Tally flagged = rule.flagged();
        String share = Words.percent(flagged.sustained());
        return new Bars.Row(
                Words.ruleLevel(rule),
                Words.number(flagged.count(CaseOutcome.SUSTAINED)) + " of " + Words.number(flagged.ended()) + " cases",
                rule.shadow() ? "shadow" : null,
                List.of(new Bars.Part(flagged.sustained(), "plain", share)),
                share);
    }

    private static void outcomes(Html html, BacktestResult result) {
        List<CaseOutcome> shown = Arrays.stream(CaseOutcome.values())
                .filter(outcome ->
                        result.allCases().count(outcome) > 0 || result.flagged().count(outcome) > 0)
                .toList();
        List<String> header = new ArrayList<>(List.of("Rule and level", "Cases flagged"));
        shown.forEach(outcome -> header.add(outcome.words()));
        header.add("Open when flagged: sustained");
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells("All cases, flagged or not", result.allCases(), shown, null));
        rows.add(cells("Flagged by any rule", result.flagged(), shown, null));
        result.rules().stream()
                .filter(rule -> rule.flagged().cases() > 0)
                .forEach(rule -> rows.add(cells(Words.ruleLevel(rule), rule.flagged(), shown, rule.flaggedOpen())));
        Table.write(
                html,
                "How the cases ended, each officer's case once. The last column leaves out cases that had ended before"
                        + " an alert named them: it is what the rule foretold.",
                header,
                rows);
    }

    private static List<String> cells(String name, Tally tally, List<CaseOutcome> shown, Tally open) {
        List<String> cells = new ArrayList<>(List.of(name, Words.number(tally.cases())));
        shown.forEach(outcome -> cells.add(Words.number(tally.count(outcome))));
        cells.add(
                open == null || open.sustained() == null
                        ? null
                        : Words.percent(open.sustained()) + " of " + Words.number(open.ended()));
        return cells;
    }
}
