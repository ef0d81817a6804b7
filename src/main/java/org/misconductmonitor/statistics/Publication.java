package org.misconductmonitor.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Tables for those who see statistics alone: whatever they subtract from whatever, no small number comes out.
 *
 * <ol>
 *   <li>Tables are released once a month. Whoever asks as of another time is told what was known at the beginning of that
 *       month, so that no two answers differ by what one day brought.
 *   <li>Numbers from 1 to 4 are withheld, with as many others as it takes that they do not follow from sums of the table.
 *   <li>Every number that is shown is rounded to the nearest multiple of 5, totals by themselves. The same number is
 *       rounded alike in all tables: asking often gives no better guess, and any two numbers differ by nothing or by 5 at
 *       least, whatever their tables, dates and periods.
 *   <li>Averages of fewer than 8 and percentages of fewer than 23 are withheld, others told in whole numbers; rates are
 *       those of the rounded count.
 * </ol>
 *
 * <p>Rounding is as Ofqual's <i>Rounding policy for statistical publications</i> has it (2025: to the nearest 5, 1 to 4 as
 * fewer than 5, zero as 0), the limits of averages and percentages are those of HESA's <i>Rounding and suppression to
 * anonymise statistics</i> (7 or fewer; fewer than 22.5).
 */
public final class Publication {
    private static final int BASE = 5;
    private static final int FIRST_AVERAGE = 8;
    private static final int FIRST_PERCENTAGE = 23;

    private Publication() {}

    /** The last release that is not after the time given. */
    public static Instant release(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1)
                .toInstant();
    }

    /**
     * The table as it may be told.
     *
     * @param table as of a release
     * @throws QueryException if it names single people or cases
     */
    public static Table of(Table table) {
        Counting counting = table.query().measure().counting();
        int least = counting.isWhole()
                ? Table.FIRST_SHOWN
                : counting == Counting.OVER_A_YEAR ? FIRST_PERCENTAGE : FIRST_AVERAGE;
        Table shown = table.withheldBelow(least);
        List<Line> lines =
                shown.lines().stream().map(line -> rounded(line, counting)).toList();
        return new Table(
                shown.query(),
                shown.periods(),
                lines,
                rounded(shown.total(), counting),
                shown.note() + " Rounded to the nearest " + BASE + ", totals by themselves; released once a month.");
    }

    private static Line rounded(Line line, Counting counting) {
        return new Line(
                line.group(),
                line.cells().stream().map(cell -> rounded(cell, counting)).toList(),
                rounded(line.total(), counting));
    }

    private static Cell rounded(Cell cell, Counting counting) {
        if (cell.withheld()) {
            return cell;
        }
        long count = BASE * Math.floorDiv(cell.count() + BASE / 2, (long) BASE);
        if (cell.value() == null) {
            return new Cell(null, count, false);
        }
        if (!counting.isWhole()) {
            return new Cell((double) Math.round(cell.value()), count, false);
        }
        return new Cell(cell.count() == 0 ? cell.value() : cell.value() / cell.count() * count, count, false);
    }
}
