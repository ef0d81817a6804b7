package org.misconductmonitor.statistics;

import java.util.Arrays;

/**
 * A table of numbers whose last row and last column are the sums of the others, as a graph: rows and columns are the
 * nodes, numbers the edges. A hidden number can be other than it is, with everything shown unchanged, exactly if hidden
 * edges make a cycle through it along which one is added and taken away in turn. Nobody believes in hidden numbers below
 * one, so none of the cycle may fall so low.
 */
final class SumGraph {
    private static final int NONE = -1;

    private final long[][] numbers;
    private final boolean[][] hidden;
    private final int rows;
    private final int columns;
    private final boolean sumsOfRows;
    private final boolean sumsOfColumns;

    /**
     * @param numbers the table with its sums, which may be less than the sums
     * @param sumsOfRows whether the last column is shown at all
     * @param sumsOfColumns whether the last row is shown at all
     */
    SumGraph(long[][] numbers, boolean sumsOfRows, boolean sumsOfColumns) {
        this.numbers = numbers;
        this.rows = numbers.length;
        this.columns = numbers[0].length;
        this.hidden = new boolean[rows][columns];
        this.sumsOfRows = sumsOfRows;
        this.sumsOfColumns = sumsOfColumns;
    }

    /**
     * Hides the numbers from 1 up to a limit, and as few others as it finds, so that each of the small ones could also be
     * one more.
     *
     * @param least the first number that may be shown
     */
    boolean[][] hideBelow(int least) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                hidden[row][column] = isSmall(row, column, least);
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (isSmall(row, column, least)) {
                    protect(row, column);
                }
            }
        }
        return hidden;
    }

    private boolean isSmall(int row, int column, int least) {
        return isShown(row, column) && numbers[row][column] > 0 && numbers[row][column] < least;
    }

    /** Sums that nobody sees are as good as hidden, whatever they are. */
    private boolean isShown(int row, int column) {
        return (sumsOfRows || column < columns - 1) && (sumsOfColumns || row < rows - 1);
    }

    /** Hides the cheapest path from the row to the column. */
    private void protect(int row, int column) {
        int[] before = cheapest(row, column);
        for (int node = rows + column; before[node] != NONE; node = before[node]) {
            int one = Math.min(node, before[node]);
            int other = Math.max(node, before[node]) - rows;
            hidden[one][other] = true;
        }
    }

    /** Of each node the one before it on the cheapest path from the row; the path does not take the number itself. */
    private int[] cheapest(int fromRow, int toColumn) {
        int nodes = rows + columns;
        long[] cost = new long[nodes];
        int[] before = new int[nodes];
        boolean[] done = new boolean[nodes];
        Arrays.fill(cost, Long.MAX_VALUE);
        Arrays.fill(before, NONE);
        cost[fromRow] = 0;
        int added = sign(fromRow, toColumn);
        for (int node = next(cost, done); node != NONE && node != rows + toColumn; node = next(cost, done)) {
            done[node] = true;
            boolean atRow = node < rows;
            for (int far = atRow ? rows : 0; far < (atRow ? nodes : rows); far++) {
                int row = atRow ? node : far;
                int column = (atRow ? far : node) - rows;
                boolean itself = row == fromRow && column == toColumn;
                int change = (atRow ? -added : added) * sign(row, column);
                if (!itself && mayChange(row, column, change)) {
                    long sum = cost[node] + price(row, column);
                    if (sum < cost[far]) {
                        cost[far] = sum;
                        before[far] = node;
                    }
                }
            }
        }
        return before;
    }

    /** A sum stands on the other side of its equation. */
    private int sign(int row, int column) {
        return (row == rows - 1) == (column == columns - 1) ? 1 : -1;
    }

    private boolean mayChange(int row, int column, int change) {
        return !isShown(row, column) || numbers[row][column] >= (change < 0 ? 2 : 1);
    }

    private long price(int row, int column) {
        return hidden[row][column] || !isShown(row, column) ? 0 : numbers[row][column];
    }

    private static int next(long[] cost, boolean[] done) {
        int next = NONE;
        for (int node = 0; node < cost.length; node++) {
            if (!done[node] && cost[node] < Long.MAX_VALUE && (next == NONE || cost[node] < cost[next])) {
                next = node;
            }
        }
        return next;
    }
}
