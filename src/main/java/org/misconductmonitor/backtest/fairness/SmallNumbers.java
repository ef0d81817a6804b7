package org.misconductmonitor.backtest.fairness;

import java.util.BitSet;
import java.util.List;

/**
 * Which numbers of a row may not be shown. A number is small if fewer than five officers of a group were selected, or
 * all but fewer than five. Of the others the smallest are left out too, one by one, until at least two are left out
 * that are not small together: else what is left out could be worked out from the total.
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
            return selected < LEAST || size - selected < LEAST;
        }

        Cell plus(Cell other) {
            return new Cell(selected + other.selected, size + other.size);
        }
    }

    private SmallNumbers() {}

    /** @return the positions of the numbers to leave out; all of them mean that the total has to be left out too */
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
            if (!hidden.get(i) && (smallest < 0 || cells.get(i).selected < cells.get(smallest).selected)) {
                smallest = i;
            }
        }
        return smallest;
    }
}
