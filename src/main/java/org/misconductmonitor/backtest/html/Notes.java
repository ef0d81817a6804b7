package org.misconductmonitor.backtest.html;

import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.page.Html;

/** How to read the report. */
final class Notes {
    private Notes() {}

    static void write(Html html, BacktestResult result) {
        html.element("h2", "How to read this").open("dl", "class", "notes");
        note(
                html,
                "No look-ahead",
                "Every event is taken at its own business time, and an alert counts as it stood when it was raised. What"
                        + " became known later may have withdrawn it; it was raised all the same.");
        note(
                html,
                "Case",
                "One case as far as one officer is concerned. Of several allegations the gravest outcome counts:"
                        + " sustained, then still open, then the others. Outcomes are those at the end of the history.");
        note(
                html,
                "Sustained, and not",
                "A case that was not sustained was not thereby a false alarm: a rule asks for a look, it does not"
                        + " foretell a finding. And a rule that reads findings is right about them by construction: look"
                        + " at the column of cases that were open when flagged.");
        note(
                html,
                "Officers and years",
                "Only officers of whom anything is known: " + Words.number(result.officers())
                        + ". Each is in sight from the first fact to leaving, or else to the end of the history. A force"
                        + " has many more, so that alerts per 100 of all its officers are fewer.");
        note(html, "Shadow", "Alerts of a shadow rule are recorded and never notified.");
        html.close();
    }

    private static void note(Html html, String term, String meaning) {
        html.element("dt", term).element("dd", meaning);
    }
}
