package org.misconductmonitor.backtest.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.page.Html;

/** The figures that matter most, and what strikes at first sight. */
final class Headlines {
    /** With fewer cases a share says little. */
    private static final int ENOUGH_CASES = 30;

    private static final double MUCH = 1.5;
    private static final double FLOOD = 0.15;

    private Headlines() {}

    static void write(Html html, BacktestResult result) {
        Double rate = result.officerYears() == 0 ? null : 100 * result.alerts() / result.officerYears();
        html.open("dl", "class", "tiles");
        tile(html, "Alerts", Words.number(result.alerts()), "from " + Words.number(result.events()) + " events");
        tile(
                html,
                "Officers with an alert",
                Words.number(result.officersWithAlerts()),
                "of " + Words.number(result.officers()) + " of whom anything is known");
        tile(
                html,
                "Alerts per 100 officers and year",
                rate == null ? "\u2013" : Words.rate(rate),
                Words.number(Math.round(result.officerYears())) + " officer-years in sight");
        tile(
                html,
                "Flagged cases sustained",
                Words.percentOrNone(result.flagged().sustained()),
                "of all cases: " + Words.percentOrNone(result.allCases().sustained()));
        html.close();
        List<String> striking = striking(result);
        if (!striking.isEmpty()) {
            html.open("ul", "class", "findings");
            striking.forEach(sentence -> html.element("li", sentence));
            html.close();
        }
    }

    private static void tile(Html html, String name, String figure, String note) {
        html.open("div").element("dt", name);
        html.element("dd", figure, "class", "figure")
                .element("dd", note, "class", "note")
                .close();
    }

    private static List<String> striking(BacktestResult result) {
        List<String> sentences = new ArrayList<>();
        String floods = result.rules().stream()
                .filter(rule -> rule.alerts() >= FLOOD * result.alerts()
                        && result.rules().size() > 1)
                .sorted(Comparator.comparingInt((RuleFigures rule) -> -rule.alerts()))
                .map(rule ->
                        Words.ruleLevel(rule) + " (" + Words.percent((double) rule.alerts() / result.alerts()) + ")")
                .collect(Collectors.joining(", "));
        if (!floods.isEmpty()) {
            sentences.add("Most alerts come from: " + floods + ". Can anybody read them all?");
        }
        Double base = result.allCases().sustained();
        String better = compared(result, base, true);
        if (!better.isEmpty()) {
            sentences.add("Cases flagged by these were sustained at least half as often again as all cases: " + better);
        }
        String worse = compared(result, base, false);
        if (!worse.isEmpty()) {
            sentences.add(
                    "Cases flagged by these were sustained less often than all cases: " + worse
                            + ". They may still be worth it: a pattern of complaints that nobody upholds is what they look for.");
        }
        return sentences;
    }

    private static String compared(BacktestResult result, Double base, boolean better) {
        return result.rules().stream()
                .filter(rule -> base != null && rule.flagged().ended() >= ENOUGH_CASES)
                .filter(rule -> better
                        ? rule.flagged().sustained() >= MUCH * base
                        : rule.flagged().sustained() < base)
                .map(rule -> Words.ruleLevel(rule) + " ("
                        + Words.percent(rule.flagged().sustained()) + ")")
                .collect(Collectors.joining(", "));
    }
}
