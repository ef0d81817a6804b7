package org.misconductmonitor.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.page.Html;
import org.misconductmonitor.statistics.Cell;
import org.misconductmonitor.statistics.Line;
import org.misconductmonitor.statistics.Table;

/** A table's totals as bars: by period where there are several, otherwise by group. The table beside it says the rest. */
final class ReportChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 160;
    private static final int LABELS = 12;
    private static final int BASE = HEIGHT + 4;
    private static final double FILLED = 0.8;

    private record Bar(String label, Cell cell) {}

    private final List<Bar> bars;

    private ReportChart(List<Bar> bars) {
        this.bars = bars;
    }

    static ReportChart of(Table table) {
        List<Bar> bars = new ArrayList<>();
        if (table.periods().size() > 1) {
            for (int i = 0; i < table.periods().size(); i++) {
                bars.add(new Bar(table.periods().get(i), table.total().cells().get(i)));
            }
        } else {
            for (Line line : table.lines()) {
                bars.add(new Bar(String.join(", ", line.group()), line.total()));
            }
        }
        return new ReportChart(bars);
    }

    /** @return whether there was anything to draw */
    boolean write(Html html, String title) {
        double highest = bars.stream().mapToDouble(bar -> height(bar)).max().orElse(0);
        if (highest == 0) {
            return false;
        }
        html.open("figure")
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + (BASE + 20),
                        "role",
                        "img",
                        "aria-label",
                        summary(title));
        double step = (double) WIDTH / bars.size();
        int every = (bars.size() + LABELS - 1) / LABELS;
        for (int i = 0; i < bars.size(); i++) {
            bar(html, bars.get(i), i * step, step, HEIGHT * height(bars.get(i)) / highest);
            if (i % every == 0) {
                html.element("text", bars.get(i).label(), "x", number((i + 0.5) * step), "y", number(BASE + 14));
            }
        }
        html.empty("line", "x1", "0", "x2", number(WIDTH), "y1", number(BASE), "y2", number(BASE));
        html.close().close();
        return true;
    }

    private static void bar(Html html, Bar bar, double x, double step, double height) {
        html.open(
                        "rect",
                        "x",
                        number(x + step * (1 - FILLED) / 2),
                        "y",
                        number(BASE - height),
                        "width",
                        number(step * FILLED),
                        "height",
                        number(height))
                .element(
                        "title",
                        bar.label() + ": "
                                + (bar.cell().withheld()
                                        ? "withheld"
                                        : bar.cell().text()))
                .close();
    }

    private String summary(String title) {
        Bar highest = bars.stream()
                .max((a, b) -> Double.compare(height(a), height(b)))
                .orElseThrow();
        return title + ": " + bars.size() + " bars, the highest is " + highest.label() + " with "
                + highest.cell().text();
    }

    private static double height(Bar bar) {
        return bar.cell().value() == null ? 0 : bar.cell().value();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
