package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.page.Html;
import org.misconductmonitor.statistics.Cell;
import org.misconductmonitor.statistics.Line;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Table;

/** Tables with their charts as one page that stands alone: no script, no network; for screens of any width and paper. */
final class ReportPage {
    private static final String STYLE = "/report/style.css";
    private static final String NO_NETWORK = "default-src 'none'; style-src 'unsafe-inline'";

    private final Html html = new Html();

    ReportPage(String title, String source, Instant asOf) {
        html.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NO_NETWORK);
        html.element("title", title);
        html.open("style").verbatim(style()).close().close();
        html.open("body").open("main");
        html.element("h1", title);
        html.element("p", "From " + source + ", as known on " + asOf + ", UTC.", "class", "soft");
    }

    /** Links to the tables that follow. */
    void contents(List<PublishedTable> tables) {
        html.open("nav", "aria-label", "Tables").open("ul");
        tables.forEach(table -> html.open("li")
                .element("a", table.title(), "href", "#" + table.id())
                .close());
        html.close().close();
    }

    ReportPage add(PublishedTable published, Table table) {
        html.open("section", "id", published.id()).element("h2", published.title());
        html.element("p", published.counts());
        if (!ReportChart.of(table).write(html, published.title())) {
            html.element("p", "Nothing to show.", "class", "soft");
        }
        html.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", published.title());
        table(published, table);
        html.close();
        html.element("p", table.note() + " Source of the figure: " + published.source() + ".", "class", "soft");
        html.close();
        return this;
    }

    String end() {
        return html.end();
    }

    private void table(PublishedTable published, Table table) {
        html.open("table").element("caption", published.title()).open("thead").open("tr");
        table.columns().forEach(column -> html.element("th", column, "scope", "col"));
        html.close().close().open("tbody");
        table.lines().forEach(line -> row(line.group(), line));
        html.close().open("tfoot");
        int dimensions = table.query().groupBy().size();
        html.open("tr");
        if (dimensions > 0) {
            html.element("th", "total", "scope", "row", "colspan", Integer.toString(dimensions));
        }
        numbers(table.total());
        html.close().close().close();
    }

    private void row(List<String> group, Line line) {
        html.open("tr");
        group.forEach(value -> html.element("th", value, "scope", "row"));
        numbers(line);
        html.close();
    }

    private void numbers(Line line) {
        line.cells().forEach(this::number);
        number(line.total());
    }

    private void number(Cell cell) {
        if (cell.withheld()) {
            html.open("td").element("abbr", "*", "title", "withheld").close();
        } else {
            html.element("td", cell.text());
        }
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the style of reports is missing: is the jar damaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
