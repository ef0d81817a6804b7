package org.misconductmonitor.statistics;

import java.util.Locale;

/**
 * One number of a table.
 *
 * @param value the number; null: there is none, or it is withheld
 * @param count of how many things it tells: the number itself where things are counted; 0 if it is withheld
 * @param withheld whether it is left out because it, or one that follows from it, is small
 */
public record Cell(Double value, long count, boolean withheld) {
    /** Nothing to tell. */
    public static final Cell EMPTY = new Cell(null, 0, false);

    static final Cell WITHHELD = new Cell(null, 0, true);

    static Cell of(long count) {
        return new Cell((double) count, count, false);
    }

    static Cell of(double value, long count) {
        return new Cell(value, count, false);
    }

    /** The number with one decimal at most, nothing if there is none, or {@code *} if it is withheld. */
    public String text() {
        if (value == null) {
            return withheld ? "*" : "";
        }
        return isWhole() ? Long.toString(value.longValue()) : String.format(Locale.ROOT, "%.1f", value);
    }

    /** Whether the number has no decimals. */
    public boolean isWhole() {
        return value != null && value == Math.rint(value);
    }
}
