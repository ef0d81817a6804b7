package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them: a header, the lines, and the totals last. */
public final class TableCsv {
    private static final String FORMULA = "=+-@\t\r";

    private TableCsv() {}

    public static String write(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns());
        table.lines().forEach(line -> rows.add(row(line.group(), line)));
        List<String> all = new ArrayList<>();
        table.query().groupBy().forEach(dimension -> all.add(all.isEmpty() ? "total" : ""));
        rows.add(row(all, table.total()));
        return rows.stream()
                .map(row -> row.stream().map(TableCsv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> row(List<String> group, Line line) {
        List<String> row = new ArrayList<>(group);
        line.cells().forEach(cell -> row.add(cell.text()));
        row.add(line.total().text());
        return row;
    }

    /** What a spreadsheet would take for a formula becomes text: publishers write the words in here. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
