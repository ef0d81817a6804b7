package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Withholds small numbers of a table, and others from which they would follow. */
final class Withholding {
    private Withholding() {}

    /**
     * @param least the first number that may be shown
     * @throws QueryException if the table names people or cases
     */
    static Table below(int least, Table table) {
        for (Dimension dimension : table.query().groupBy()) {
            if (dimension.isPersonal()) {
                throw new QueryException("a table by " + dimension.jsonName()
                        + " names single people or cases: small numbers cannot be withheld in it");
            }
        }
        boolean whole = table.query().measure().counting().isWhole();
        boolean[][] hidden = !whole
                ? small(least, table)
                : table.query().measure().lasts() ? eachColumn(least, table) : together(least, table);
        return apply(table, hidden);
    }

    /** What is no count does not add up: nothing follows from it. */
    private static boolean[][] small(int least, Table table) {
        long[][] counts = counts(table);
        boolean[][] hidden = new boolean[counts.length][counts[0].length];
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts[row].length; column++) {
                hidden[row][column] = counts[row][column] > 0 && counts[row][column] < least;
            }
        }
        return hidden;
    }

    /** What happens adds up along lines and columns. */
    private static boolean[][] together(int least, Table table) {
        boolean sumsOfRows = !table.periods().isEmpty();
        boolean sumsOfColumns = !table.lines().isEmpty();
        long[][] counts = counts(table);
        long[][] extended = new long[sumsOfColumns ? counts.length : 2][];
        for (int row = 0; row < extended.length; row++) {
            long[] line = counts[Math.min(row, counts.length - 1)];
            extended[row] = sumsOfRows ? line : new long[] {line[0], line[0]};
        }
        return new SumGraph(extended, sumsOfRows, sumsOfColumns).hideBelow(least);
    }

    /** What lasts adds up only at one time. */
    private static boolean[][] eachColumn(int least, Table table) {
        long[][] counts = counts(table);
        boolean sumsOfColumns = !table.lines().isEmpty();
        boolean[][] hidden = new boolean[counts.length][counts[0].length];
        for (int column = 0; column < counts[0].length; column++) {
            long[][] alone = new long[sumsOfColumns ? counts.length : 2][];
            for (int row = 0; row < alone.length; row++) {
                long count = counts[Math.min(row, counts.length - 1)][column];
                alone[row] = new long[] {count, count};
            }
            boolean[][] hiddenHere = new SumGraph(alone, false, sumsOfColumns).hideBelow(least);
            for (int row = 0; row < counts.length; row++) {
                hidden[row][column] = hiddenHere[row][0];
            }
        }
        return hidden;
    }

    /** All lines with the totals last, all columns with the totals last. */
    private static long[][] counts(Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.add(table.total());
        return lines.stream()
                .map(line -> IntStream.rangeClosed(0, line.cells().size())
                        .mapToLong(column -> cell(line, column).count())
                        .toArray())
                .toArray(long[][]::new);
    }

    private static Cell cell(Line line, int column) {
        return column < line.cells().size() ? line.cells().get(column) : line.total();
    }

    private static Table apply(Table table, boolean[][] hidden) {
        List<Line> lines = IntStream.range(0, table.lines().size())
                .mapToObj(row -> apply(table.lines().get(row), hidden[row]))
                .toList();
        Line total = apply(table.total(), hidden[table.lines().size()]);
        return new Table(
                table.query(),
                table.periods(),
                lines,
                total,
                table.note() + " * withheld: a small number, or one from which a small number would follow.");
    }

    private static Line apply(Line line, boolean[] hidden) {
        List<Cell> cells = IntStream.range(0, line.cells().size())
                .mapToObj(
                        column -> hidden[column] ? Cell.WITHHELD : line.cells().get(column))
                .toList();
        return new Line(line.group(), cells, hidden[line.cells().size()] ? Cell.WITHHELD : line.total());
    }
}
