package org.misconductmonitor.backtest.html;

import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.page.Html;

/** The report of a back-test. */
public final class BacktestPage {
    private BacktestPage() {}

    /**
     * Writes the page.
     *
     * @param source what the history was, for its title
     * @param baseline of the rules to compare with, or null
     * @param changes from those to these, or null
     */
    public static String write(String source, BacktestResult result, BacktestResult baseline, Changes changes) {
        Html html = Page.begin(
                "What the rules would have raised",
                source + ", " + Words.day(result.from()) + " to " + Words.day(result.until()) + "; rules "
                        + result.rulesVersion());
        Headlines.write(html, result);
        if (changes != null) {
            ChangeSection.write(html, result, baseline, changes);
        }
        AlertSections.write(html, result);
        OutcomeSection.write(html, result);
        LeadSection.write(html, result);
        OfficerSection.write(html, result);
        Notes.write(html, result);
        return html.end();
    }
}
