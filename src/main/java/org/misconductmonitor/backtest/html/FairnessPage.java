package org.misconductmonitor.backtest.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.backtest.fairness.FairnessFigures;
import org.misconductmonitor.backtest.fairness.GroupFigures;
import org.misconductmonitor.backtest.fairness.RateRatio;
import org.misconductmonitor.page.Html;

/** The report on fairness. */
public final class FairnessPage {
    private static final String LEFT_OUT = "left out";

    private FairnessPage() {}

    /**
     * Writes the page.
     *
     * @param source what the history was, for its title
     */
    public static String write(String source, List<FairnessFigures> figures) {
        Html html = Page.begin("How the rules fall on groups", source);
        html.element(
                "p",
                "For each level: which part of each group had an alert, and how that compares with the reference group."
                        + " A ratio below 0.8 or above 1.25 is the usual rule of thumb for a difference that somebody"
                        + " should explain; it proves nothing. If 1 lies within the interval, it may be chance.");
        html.element(
                "p",
                "Numbers below five are left out, and with them those from which they could be worked out. Groups with"
                        + " fewer than five officers are put together.");
        if (figures.isEmpty()) {
            html.element("p", "The rules raised nothing about any officer.");
        }
        Map<String, List<FairnessFigures>> byCharacteristic = figures.stream()
                .collect(Collectors.groupingBy(
                        FairnessFigures::characteristic, LinkedHashMap::new, Collectors.toList()));
        byCharacteristic.forEach((characteristic, levels) -> {
            html.element("h2", characteristic);
            levels.forEach(level -> level(html, level));
        });
        return html.end();
    }

    private static void level(Html html, FairnessFigures level) {
        String name = level.ruleId() + " " + level.level();
        html.element("h3", name);
        List<Bars.Row> rates = level.groups().stream()
                .filter(group -> group.rate() != null)
                .map(group -> new Bars.Row(
                        group.group(),
                        ratio(group),
                        group.reference() ? "reference" : group.stands() ? "ask why" : null,
                        List.of(new Bars.Part(group.rate(), "plain", Words.percent(group.rate()))),
                        Words.percent(group.rate())))
                .toList();
        if (!rates.isEmpty()) {
            Bars.write(html, level.title(), "Group", "Rate", rates, null);
        }
        List<List<String>> rows = new ArrayList<>();
        level.groups()
                .forEach(group -> rows.add(List.of(
                        group.group(),
                        Words.number(group.officers()),
                        group.selected() == null ? LEFT_OUT : Words.number(group.selected()))));
        rows.add(List.of(
                "All",
                Words.number(level.officers()),
                level.selected() == null ? LEFT_OUT : Words.number(level.selected())));
        Table.write(html, name + ", numbers", List.of("Group", "Officers", "With an alert"), rows);
    }

    private static String ratio(GroupFigures group) {
        RateRatio ratio = group.ratio();
        return ratio == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "ratio %.2f, 95%% interval %.2f to %.2f",
                        ratio.ratio(),
                        ratio.low(),
                        ratio.high());
    }
}
