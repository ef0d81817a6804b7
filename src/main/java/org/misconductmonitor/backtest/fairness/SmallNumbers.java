package org.misconductmonitor.backtest.fairness;

import java.util.BitSet;
import java.util.List;

/**
 * Which numbers of a row may not be shown. A number is small if fewer than five officers of a group were selected, or
 * all but fewer than five. Where any is left out the total is too; and for readers who know the total from elsewhere,
 * more numbers are left out, the next smallest first, until there are at least two that are not small together: none of
 * them is then the difference of numbers that are known.
 */
final class SmallNumbers {
    static final int LEAST = 5;

    /**
     * One group.
     *
     * @param selected how many of its officers
     * @param size how many officers it has
     */
    record Cell(int selected, int size) {
        boolean isSmall() {
            return smaller() < LEAST;
        }

        /** Those selected or those not, whichever are fewer. */
        private int smaller() {
            return Math.min(selected, size - selected);
        }

        Cell plus(Cell other) {
            return new Cell(selected + other.selected, size + other.size);
        }
    }

    private SmallNumbers() {}

    /** @return the positions of the numbers to leave out; if there are any, the total is one more */
    static BitSet hidden(List<Cell> cells) {
        BitSet hidden = new BitSet(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            hidden.set(i, cells.get(i).isSmall());
        }
        while (!hidden.isEmpty() && hidden.cardinality() < cells.size() && canBeWorkedOut(cells, hidden)) {
            hidden.set(smallestShown(cells, hidden));
        }
        return hidden;
    }

    private static boolean canBeWorkedOut(List<Cell> cells, BitSet hidden) {
        Cell together = hidden.stream().mapToObj(cells::get).reduce(new Cell(0, 0), Cell::plus);
        return hidden.cardinality() == 1 || together.isSmall();
    }

    private static int smallestShown(List<Cell> cells, BitSet hidden) {
        int smallest = -1;
        for (int i = 0; i < cells.size(); i++) {
            if (!hidden.get(i)
                    && (smallest < 0
                            || cells.get(i).smaller() < cells.get(smallest).smaller())) {
                smallest = i;
            }
        }
        return smallest;
    }
}
