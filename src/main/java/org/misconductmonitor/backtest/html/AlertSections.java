package org.misconductmonitor.backtest.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.page.Html;

/** How many alerts there were: by rule and by year. */
final class AlertSections {
    private static final int DECADE = 10;

    private AlertSections() {}

    static void write(Html html, BacktestResult result) {
        if (result.rules().isEmpty()) {
            Page.section(html, "Alerts", "The rules raised nothing.");
            return;
        }
        Levels levels = Levels.of(result.rules());
        Page.section(html, "Alerts by rule", "A rule that floods its readers is soon ignored, whatever it finds.");
        levels.legend(html);
        byRule(html, result, levels);
        Table.write(
                html,
                "Each level. Withdrawn: later facts took it back. Resolved: what it reported ended by itself.",
                List.of("Rule and level", "Alerts", "Withdrawn", "Resolved", "Officers", "Per 100 officers and year"),
                result.rules().stream()
                        .map(rule -> cells(
                                Words.ruleLevel(rule),
                                Words.number(rule.alerts()),
                                Words.number(rule.withdrawn()),
                                Words.number(rule.resolved()),
                                Words.number(rule.officers()),
                                Words.rate(rule.perHundredOfficerYears())))
                        .toList());
        if (!result.silent().isEmpty()) {
            html.element(
                    "p",
                    "Raised nothing: " + String.join(", ", result.silent())
                            + ". Does the history hold the events that they need?",
                    "class",
                    "soft");
        }
        Page.section(html, "Alerts by year", "The year in which each was raised, not the year of what it is about.");
        levels.legend(html);
        byYear(html, result, levels);
    }

    private static List<String> cells(String... cells) {
        return Arrays.asList(cells);
    }

    private static void byRule(Html html, BacktestResult result, Levels levels) {
        Map<String, List<RuleFigures>> rules = new LinkedHashMap<>();
        result.rules().forEach(rule -> rules.computeIfAbsent(rule.ruleId(), id -> new ArrayList<>())
                .add(rule));
        List<Bars.Row> rows = rules.values().stream()
                .sorted((a, b) -> alerts(b) - alerts(a))
                .map(rule -> new Bars.Row(
                        rule.get(0).ruleId(),
                        rule.get(0).title(),
                        rule.get(0).shadow() ? "shadow" : null,
                        rule.stream()
                                .map(level -> part(level, level.alerts(), levels))
                                .toList(),
                        Words.number(alerts(rule))))
                .toList();
        Bars.write(html, "Alerts by rule, most first", "Rule", "Alerts", rows, null);
    }

    private static int alerts(List<RuleFigures> levels) {
        return levels.stream().mapToInt(RuleFigures::alerts).sum();
    }

    private static Bars.Part part(RuleFigures rule, int alerts, Levels levels) {
        return new Bars.Part(alerts, levels.style(rule.level()), rule.level() + " " + Words.number(alerts));
    }

    private static void byYear(Html html, BacktestResult result, Levels levels) {
        Map<Integer, Map<String, Integer>> years = new TreeMap<>();
        result.rules().forEach(rule -> rule.byYear()
                .forEach((year, alerts) -> years.computeIfAbsent(year, y -> new LinkedHashMap<>())
                        .merge(rule.level(), alerts, Integer::sum)));
        int first = years.keySet().iterator().next();
        int last = years.keySet().stream().reduce((a, b) -> b).orElse(first);
        List<Columns.Column> columns = IntStream.rangeClosed(first, last)
                .mapToObj(year -> column(year, years.getOrDefault(year, Map.of()), levels))
                .toList();
        Columns.write(html, "Alerts by year, " + first + " to " + last + "; the table below has the numbers", columns);
        List<String> header = new ArrayList<>(List.of("Decade"));
        IntStream.range(0, DECADE).forEach(digit -> header.add("\u2026" + digit));
        List<List<String>> rows = IntStream.rangeClosed(first / DECADE, last / DECADE)
                .mapToObj(decade -> decade(decade * DECADE, years))
                .toList();
        Table.write(html, "Alerts by year", header, rows);
    }

    private static Columns.Column column(int year, Map<String, Integer> byLevel, Levels levels) {
        return new Columns.Column(
                Integer.toString(year),
                levels.names().stream()
                        .filter(byLevel::containsKey)
                        .map(level -> new Bars.Part(
                                byLevel.get(level),
                                levels.style(level),
                                level + " " + Words.number(byLevel.get(level))))
                        .toList());
    }

    private static List<String> decade(int start, Map<Integer, Map<String, Integer>> years) {
        List<String> row = new ArrayList<>(List.of(start + "s"));
        for (int year = start; year < start + DECADE; year++) {
            Map<String, Integer> byLevel = years.get(year);
            row.add(
                    byLevel == null
                            ? null
                            : Words.number(byLevel.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()));
        }
        return row;
    }
}
