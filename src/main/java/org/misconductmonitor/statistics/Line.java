package org.misconductmonitor.statistics;

import java.util.List;

/**
 * One line of a table.
 *
 * @param group a value for each dimension of the query; empty in the line of totals
 * @param cells one for each period
 * @param total over all periods: never more than the sum of the cells, as one thing may count in several of them; of what
 *     lasts, how it stood at the end
 */
public record Line(List<String> group, List<Cell> cells, Cell total) {
    public Line {
        group = List.copyOf(group);
        cells = List.copyOf(cells);
    }
}
