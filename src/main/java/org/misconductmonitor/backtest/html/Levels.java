package org.misconductmonitor.backtest.html;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.backtest.RuleFigures;
import org.misconductmonitor.page.Html;

/**
 * The levels of a report, the least first, with their colours.
 *
 * @param names in order
 */
record Levels(List<String> names) {
    private static final List<String> USUAL = List.of("INFO", "ADVISORY", "AMBER", "RED", "IMMEDIATE");
    private static final int OTHER_COLOURS = 3;

    static Levels of(List<RuleFigures> rules) {
        return new Levels(rules.stream()
                .map(RuleFigures::level)
                .distinct()
                .sorted(Comparator.<String>comparingInt(USUAL::indexOf).thenComparing(Comparator.naturalOrder()))
                .toList());
    }

    /** Class of the colour. */
    String style(String level) {
        return USUAL.contains(level)
                ? "level-" + level.toLowerCase(Locale.ROOT)
                : "level-other-" + names.indexOf(level) % OTHER_COLOURS;
    }

    void legend(Html html) {
        html.open("ul", "class", "legend");
        for (String level : names) {
            html.open("li");
            html.open("svg", "aria-hidden", "true")
                    .empty("rect", "width", "100%", "height", "100%", "class", style(level))
                    .close();
            html.text(level).close();
        }
        html.close();
    }
}
