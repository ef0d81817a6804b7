package org.misconductmonitor.backtest.html;

import java.util.List;
import java.util.Locale;
import org.misconductmonitor.page.Html;

/** Columns side by side, one a year. Its numbers stand in a table of their own. */
final class Columns {
    /**
     * A column.
     *
     * @param name below it
     * @param parts from the bottom to the top
     */
    record Column(String name, List<Bars.Part> parts) {
        double height() {
            return parts.stream().mapToDouble(Bars.Part::length).sum();
        }
    }

    private static final int PLOT = 88;
    private static final int NAMES = 6;
    private static final double FILLED = 0.78;

    private Columns() {}

    /** @param words what the chart shows, for those who do not see it */
    static void write(Html html, String words, List<Column> columns) {
        double step = step(columns.stream().mapToDouble(Column::height).max().orElse(0));
        double top = step
                * Math.max(
                        1,
                        Math.ceil(columns.stream()
                                        .mapToDouble(Column::height)
                                        .max()
                                        .orElse(0)
                                / step));
        html.open("svg", "class", "columns", "role", "img", "aria-label", words);
        for (double tick = 0; tick <= top; tick += step) {
            String y = Bars.percent(y(tick, top), 100);
            html.empty("line", "x1", "0", "x2", "100%", "y1", y, "y2", y);
            html.element("text", String.format(Locale.ROOT, "%,.0f", tick), "x", "0", "y", y, "dy", "-3");
        }
        int every = Math.max(1, (int) Math.ceil(columns.size() / (double) NAMES));
        for (int i = 0; i < columns.size(); i++) {
            column(html, columns.get(i), i, columns.size(), top);
            if (i % every == 0) {
                html.element(
                        "text",
                        columns.get(i).name,
                        "x",
                        Bars.percent(i + 0.5, columns.size()),
                        "y",
                        "98%",
                        "text-anchor",
                        i == 0 && columns.size() > 1 ? "start" : "middle");
            }
        }
        html.close();
    }

    private static void column(Html html, Column column, int index, int columns, double top) {
        double bottom = 0;
        for (Bars.Part part : column.parts) {
            bottom += part.length();
            html.open(
                            "rect",
                            "x",
                            Bars.percent(index + (1 - FILLED) / 2, columns),
                            "width",
                            Bars.percent(FILLED, columns),
                            "y",
                            Bars.percent(y(bottom, top), 100),
                            "height",
                            Bars.percent(part.length() * PLOT / top, 100),
                            "class",
                            part.style())
                    .element("title", column.name + ": " + part.words())
                    .close();
        }
    }

    private static double y(double value, double top) {
        return PLOT * (1 - value / top);
    }

    /** A round number that divides the height into a few parts. */
    private static double step(double highest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(highest, 1))));
        for (double factor : new double[] {0.25, 0.5, 1, 2.5}) {
            double step = Math.max(1, Math.rint(power * factor));
            if (highest / step <= 4) {
                return step;
            }
        }
        return power * 5;
    }
}
