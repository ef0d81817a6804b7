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
 *       those of the rounded count in what it is told of, rounded likewise: nobody can work out from them how many came
 *       or went.
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
        Query query = shown.query();
        List<Line> lines =
                shown.lines().stream().map(line -> rounded(line, query)).toList();
        return new Table(
                query,
                shown.periods(),
                lines,
                rounded(shown.total(), query),
                shown.note() + " Rounded to the nearest " + BASE + ", totals by themselves; released once a month.");
    }

    private static Line rounded(Line line, Query query) {
        return new Line(
                line.group(),
                line.cells().stream().map(cell -> rounded(cell, query)).toList(),
                rounded(line.total(), query));
    }

    private static Cell rounded(Cell cell, Query query) {
        if (cell.withheld()) {
            return cell;
        }
        long count = nearest(cell.count());
        if (cell.value() == null) {
            return new Cell(null, count, false);
        }
        if (!query.measure().counting().isWhole()) {
            return new Cell((double) Math.round(cell.value()), count, false);
        }
        return query.scale() == Scale.COUNT || cell.count() == 0
                ? new Cell((double) count, count, false)
                : rate(cell, query.scale());
    }

    private static Cell rate(Cell cell, Scale scale) {
        long of = nearest(Math.round(scale.times() * cell.count() / cell.value()));
        long count = nearest(cell.count());
        return of == 0 ? Cell.WITHHELD : new Cell((double) scale.times() * count / of, count, false);
    }

    private static long nearest(long number) {
        return BASE * Math.floorDiv(number + BASE / 2, (long) BASE);
    }
}
