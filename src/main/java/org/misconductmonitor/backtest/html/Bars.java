package org.misconductmonitor.backtest.html;

import java.util.List;
import java.util.Locale;
import org.misconductmonitor.page.Html;

/** A table in which a bar stands beside each number: chart and numbers are one, at any width. */
final class Bars {
    /**
     * A part of a bar.
     *
     * @param length in the unit of the table
     * @param style class of its colour
     * @param words shown when it is pointed at
     */
    record Part(double length, String style, String words) {}

    /**
     * A row.
     *
     * @param name what it is about
     * @param note below the name in small print, or null
     * @param badge beside the name, or null
     * @param parts from left to right
     * @param figure the number in words
     */
    record Row(String name, String note, String badge, List<Part> parts, String figure) {}

    private Bars() {}

    /**
     * Writes the table.
     *
     * @param mark where a line crosses all bars; null: nowhere
     */
    static void write(Html html, String caption, String nameOf, String figureOf, List<Row> rows, Double mark) {
        double longest = Math.max(
                mark == null ? 0 : mark,
                rows.stream().mapToDouble(Bars::length).max().orElse(0));
        html.open("table", "class", "bars").element("caption", caption);
        html.open("thead").open("tr");
        html.element("th", nameOf, "scope", "col");
        html.open("td").close();
        html.element("th", figureOf, "scope", "col", "class", "figure").close().close();
        html.open("tbody");
        rows.forEach(row -> write(html, row, longest, mark));
        html.close().close();
    }

    private static void write(Html html, Row row, double longest, Double mark) {
        html.open("tr").open("th", "scope", "row").text(row.name);
        if (row.badge != null) {
            html.text(" ").element("span", row.badge, "class", "badge");
        }
        if (row.note != null) {
            html.element("small", row.note);
        }
        html.close().open("td", "class", "bar").open("svg", "aria-hidden", "true");
        double start = 0;
        for (Part part : row.parts) {
            html.open(
                            "rect",
                            "x",
                            percent(start, longest),
                            "width",
                            percent(part.length, longest),
                            "height",
                            "100%",
                            "class",
                            part.style)
                    .element("title", part.words)
                    .close();
            start += part.length;
        }
        if (mark != null) {
            String at = percent(mark, longest);
            html.empty("line", "x1", at, "x2", at, "y1", "-10%", "y2", "110%", "class", "mark");
        }
        html.close().close().element("td", row.figure, "class", "figure").close();
    }

    static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0 : 100 * part / whole);
    }

    private static double length(Row row) {
        return row.parts.stream().mapToDouble(Part::length).sum();
    }
}
