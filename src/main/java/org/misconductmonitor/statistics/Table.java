package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer of the ledger.
 *
 * @param query the question
 * @param periods labels of the columns; empty without periods
 * @param lines in order of their groups; empty if the query names no dimension
 * @param total everything, whatever its group
 * @param note what is counted and what is not, in plain words
 */
public record Table(Query query, List<String> periods, List<Line> lines, Line total, String note) {
    /** The first number that is shown where small ones are withheld, as statistical offices have it. */
    public static final int FIRST_SHOWN = 5;

    public Table {
        periods = List.copyOf(periods);
        lines = List.copyOf(lines);
    }

    /** The whole count as one number; null if it is withheld, or there is none. */
    public Double value() {
        return total.total().value();
    }

    /** The line of a group; a line of zeros if nothing was found in the group. */
    public Line line(String... group) {
        List<String> wanted = List.of(group);
        return lines.stream()
                .filter(line -> line.group().equals(wanted))
                .findFirst()
                .orElseGet(() -> new Line(
                        wanted, periods.stream().map(period -> Cell.of(0)).toList(), Cell.of(0)));
    }

    /**
     * The same, with small numbers withheld so that they cannot be worked out from what is shown.
     *
     * @param least the first number that may be shown, such as 5; 0 is always shown
     * @throws QueryException if the table names single people or cases
     */
    public Table withheldBelow(int least) {
        return Withholding.below(least, this);
    }

    /** Names of the columns: the dimensions, the periods, and the total. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(
                query.groupBy().stream().map(Dimension::jsonName).toList());
        columns.addAll(periods);
        columns.add(query.measure().lasts() ? "at the end" : "total");
        return List.copyOf(columns);
    }
}
