package org.misconductmonitor.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The tallies of a table under way. */
final class Grid {
    private static final Comparator<String> NUMBERS_FIRST =
            Comparator.comparingLong(Grid::leadingNumber).thenComparing(Comparator.naturalOrder());
    /** Of lines, by their groups. */
    static final Comparator<List<String>> ORDER = Grid::compare;
    /** In place of a column: over all columns. */
    static final int TOTAL = -1;

    /** The tallies of one line: one for each column, the total last. */
    private final class Row {
        private final List<Tally> tallies = IntStream.rangeClosed(0, columns)
                .mapToObj(column -> new Tally(counting))
                .toList();

        void add(int column, Item item) {
            tallies.get(column == TOTAL ? columns : column).add(item);
        }

        Line line(List<String> group) {
            List<Cell> cells = tallies.stream().map(Tally::cell).toList();
            return new Line(group, cells.subList(0, columns), cells.get(columns));
        }
    }

    private final int columns;
    private final Counting counting;
    private final Map<List<String>, Row> rows = new TreeMap<>(ORDER);
    private final Row total;

    Grid(int columns, Counting counting) {
        this.columns = columns;
        this.counting = counting;
        this.total = new Row();
    }

    /** Counts the item in a column, of its line and of all lines. */
    void add(List<String> group, int column, Item item) {
        if (!group.isEmpty()) {
            rows.computeIfAbsent(group, none -> new Row()).add(column, item);
        }
        total.add(column, item);
    }

    List<Line> lines() {
        return rows.entrySet().stream()
                .map(row -> row.getValue().line(row.getKey()))
                .toList();
    }

    Line total() {
        return total.line(List.of());
    }

    private static int compare(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            int order = NUMBERS_FIRST.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Bands and counts go by their number, everything else by its letters after them. */
    private static long leadingNumber(String text) {
        int digits = 0;
        while (digits < text.length() && digits < 9 && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 ? Long.MAX_VALUE : Long.parseLong(text.substring(0, digits));
    }
}
