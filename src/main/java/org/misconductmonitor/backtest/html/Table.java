package org.misconductmonitor.backtest.html;

import java.util.List;
import org.misconductmonitor.page.Html;

/** A table that can be scrolled sideways where it is too wide. */
final class Table {
    private Table() {}

    /** @param rows with as many cells as there are columns; the first names the row, null is shown as a dash */
    static void write(Html html, String caption, List<String> columns, List<List<String>> rows) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        html.open("table").element("caption", caption).open("thead").open("tr");
        columns.forEach(column -> html.element("th", column, "scope", "col"));
        html.close().close().open("tbody");
        for (List<String> row : rows) {
            html.open("tr").element("th", row.get(0), "scope", "row");
            row.subList(1, row.size()).forEach(cell -> html.element("td", cell == null ? "\u2013" : cell));
            html.close();
        }
        html.close().close().close();
    }
}
