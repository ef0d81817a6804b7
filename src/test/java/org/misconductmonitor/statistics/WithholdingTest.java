package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WithholdingTest {
    private static final Query BY_GROUP =
            Query.of(Measure.OFFICER_ALLEGATIONS, Instant.EPOCH).by(Dimension.GROUP);

    @Test
    void shouldWithholdASmallNumberAndAnotherOfItsLineAndColumn() {
        Table table = table(BY_GROUP.per(Period.YEAR), new long[][] {{3, 20, 40}, {30, 10, 50}, {60, 70, 80}});

        assertThat(shown(table.withheldBelow(5)))
                .containsExactly("* * 40 63", "* * 50 90", "60 70 80 210", "93 100 170 363");
    }

    @Test
    void shouldShowATableWithoutSmallNumbersAsItIs() {
        Table table = table(BY_GROUP.per(Period.YEAR), new long[][] {{5, 0}, {0, 7}});

        assertThat(shown(table.withheldBelow(5))).isEqualTo(shown(table));
    }

    @Test
    void shouldWithholdTheTotalWhereNothingElseHidesTheNumber() {
        Table table = table(BY_GROUP.per(Period.YEAR), new long[][] {{2, 0}, {0, 0}});

        assertThat(shown(table.withheldBelow(5))).containsExactly("* 0 *", "0 0 0", "* 0 *");
    }

    @Test
    void shouldKeepTheSumOfTwoSmallestNumbersFromTellingThem() {
        // Two hidden numbers that add up to 2 can only be 1 and 1.
        Table table = table(BY_GROUP, new long[][] {{1}, {1}, {9}});

        assertThat(shown(table.withheldBelow(5))).containsExactly("*", "*", "*", "11");
    }

    @Test
    void shouldJudgeRatesAndTimesByTheNumberOfThingsBehindThem() {
        Line few = new Line(List.of("A"), List.of(), Cell.of(412.5, 4));
        Line many = new Line(List.of("B"), List.of(), Cell.of(3, 20));
        Table table = new Table(
                Query.of(Measure.MEDIAN_DAYS_TO_DECISION, Instant.EPOCH).by(Dimension.GROUP),
                List.of(),
                List.of(few, many),
                new Line(List.of(), List.of(), Cell.of(3, 24)),
                "");

        assertThat(shown(table.withheldBelow(5))).containsExactly("*", "3", "3");
    }

    @Test
    void shouldRefuseTablesOfSinglePeople() {
        Table table = table(BY_GROUP.by(Dimension.OFFICER), new long[][] {{7}});

        assertThatThrownBy(() -> table.withheldBelow(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("officerId");
    }

    @Test
    void shouldLeaveEverySmallNumberMoreThanOneValueItCanHave() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            boolean flat = random.nextInt(3) == 0;
            int lines = flat ? 2 + random.nextInt(4) : 2;
            int columns = flat ? 1 : 2 + random.nextInt(2);
            int most = 2 + random.nextInt(9);
            long[][] counts = new long[lines][columns];
            for (long[] line : counts) {
                Arrays.setAll(line, column -> random.nextInt(most));
            }
            Table table = table(flat ? BY_GROUP : BY_GROUP.per(Period.YEAR), counts);

            new Attack(table, table.withheldBelow(5)).assertInVain(seed);
        }
    }

    /** Somebody who knows that hidden numbers are at least one, and adds up. */
    private static final class Attack {
        private final long[][] truth;
        private final boolean[][] hidden;
        private final boolean[][] undecided;
        private final long[][] guess;

        Attack(Table table, Table published) {
            this.truth = numbers(table);
            this.guess = numbers(table);
            Cell[][] cells = cells(published);
            this.hidden = new boolean[truth.length][truth[0].length];
            this.undecided = new boolean[truth.length][truth[0].length];
            for (int row = 0; row < truth.length; row++) {
                for (int column = 0; column < truth[row].length; column++) {
                    hidden[row][column] = cells[row][column].withheld();
                }
            }
        }

        void assertInVain(int seed) {
            guess(0);
            for (int row = 0; row < truth.length; row++) {
                for (int column = 0; column < truth[row].length; column++) {
                    boolean small = truth[row][column] > 0 && truth[row][column] < 5;
                    assertThat(!small || (hidden[row][column] && undecided[row][column]))
                            .as("seed %d, row %d, column %d of %s", seed, row, column, Arrays.deepToString(truth))
                            .isTrue();
                }
            }
        }

        private int bodyRows() {
            return truth.length - 1;
        }

        private int bodyColumns() {
            return truth[0].length == 1 ? 1 : truth[0].length - 1;
        }

        /** Tries numbers near the truth in all hidden cells but the sums. */
        private void guess(int cell) {
            if (cell == bodyRows() * bodyColumns()) {
                compare();
                return;
            }
            int row = cell / bodyColumns();
            int column = cell % bodyColumns();
            if (!hidden[row][column]) {
                guess(cell + 1);
                return;
            }
            for (long number = Math.max(1, truth[row][column] - 1); number <= truth[row][column] + 1; number++) {
                guess[row][column] = number;
                guess(cell + 1);
            }
        }

        private void compare() {
            addUp();
            for (int row = 0; row < truth.length; row++) {
                for (int column = 0; column < truth[row].length; column++) {
                    boolean possible =
                            hidden[row][column] ? guess[row][column] >= 1 : guess[row][column] == truth[row][column];
                    if (!possible) {
                        return;
                    }
                }
            }
            for (int row = 0; row < truth.length; row++) {
                for (int column = 0; column < truth[row].length; column++) {
                    undecided[row][column] |= guess[row][column] != truth[row][column];
                }
            }
        }

        private void addUp() {
            int last = truth[0].length - 1;
            for (int row = 0; row < bodyRows() && last > 0; row++) {
                guess[row][last] = LongStream.of(guess[row]).limit(last).sum();
            }
            for (int column = 0; column <= last; column++) {
                int place = column;
                guess[bodyRows()][column] = IntStream.range(0, bodyRows())
                        .mapToLong(row -> guess[row][place])
                        .sum();
            }
        }
    }

    private static Table table(Query query, long[][] counts) {
        List<String> periods = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        boolean flat = query.period() == Period.NONE;
        for (int column = 0; !flat && column < counts[0].length; column++) {
            periods.add(Integer.toString(2000 + column));
        }
        for (int row = 0; row < counts.length; row++) {
            lines.add(line(List.of("G" + row), counts[row], flat));
        }
        long[] sums = IntStream.range(0, counts[0].length)
                .mapToLong(column ->
                        Arrays.stream(counts).mapToLong(line -> line[column]).sum())
                .toArray();
        return new Table(query, periods, lines, line(List.of(), sums, flat), "");
    }

    private static Line line(List<String> group, long[] counts, boolean flat) {
        List<Cell> cells =
                flat ? List.of() : LongStream.of(counts).mapToObj(Cell::of).toList();
        return new Line(group, cells, Cell.of(LongStream.of(counts).sum()));
    }

    private static List<String> shown(Table table) {
        return Arrays.stream(cells(table))
                .map(row -> String.join(" ", Arrays.stream(row).map(Cell::text).toList()))
                .toList();
    }

    private static long[][] numbers(Table table) {
        return Arrays.stream(cells(table))
                .map(row -> Arrays.stream(row).mapToLong(Cell::count).toArray())
                .toArray(long[][]::new);
    }

    private static Cell[][] cells(Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.add(table.total());
        return lines.stream()
                .map(line -> {
                    List<Cell> cells = new ArrayList<>(line.cells());
                    cells.add(line.total());
                    return cells.toArray(Cell[]::new);
                })
                .toArray(Cell[][]::new);
    }
}
