package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.statistics.Cell;
import org.misconductmonitor.statistics.Line;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.statistics.TableJson;

/** A published table for the terminal, and for programs. */
final class ReportText {
    private ReportText() {}

    static String write(PublishedTable published, Table table) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        out.println(published.title());
        out.println();
        TextTable rows = new TextTable(table.columns().toArray(String[]::new));
        table.lines().forEach(line -> rows.row(row(line.group(), line)));
        List<String> all = new ArrayList<>();
        table.query().groupBy().forEach(dimension -> all.add(all.isEmpty() ? "total" : " "));
        rows.row(row(all, table.total()));
        rows.print(out);
        out.println();
        out.println(published.counts() + " " + table.note());
        out.flush();
        return text.toString();
    }

    static String json(PublishedTable published, Table table) {
        return JsonOutput.of(TableJson.write(published, table)) + System.lineSeparator();
    }

    private static String[] row(List<String> group, Line line) {
        List<String> row = new ArrayList<>(group);
        row.addAll(line.cells().stream().map(Cell::text).toList());
        row.add(line.total().text());
        return row.toArray(String[]::new);
    }
}
