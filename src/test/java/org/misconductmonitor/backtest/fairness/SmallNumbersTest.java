package org.misconductmonitor.backtest.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.backtest.fairness.SmallNumbers.Cell;

class SmallNumbersTest {
    @Test
    void shouldHideNothingWhereAllNumbersAreLarge() {
        assertThat(SmallNumbers.hidden(List.of(new Cell(5, 10), new Cell(20, 90)))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void shouldHideOneMoreThanTheSmallOne() {
        BitSet hidden = SmallNumbers.hidden(List.of(new Cell(50, 100), new Cell(3, 100), new Cell(9, 100)));

        assertThat(hidden.stream()).containsExactly(1, 2);
    }

    @Test
    void shouldHideWhereAllButAFewWereSelected() {
        assertThat(SmallNumbers.hidden(List.of(new Cell(96, 100), new Cell(50, 100), new Cell(20, 100))).stream())
                .containsExactly(0, 2);
    }

    @Test
    void shouldHideTogetherWhatIsSmallTogether() {
        BitSet hidden =
                SmallNumbers.hidden(List.of(new Cell(0, 100), new Cell(1, 100), new Cell(30, 100), new Cell(40, 100)));

        assertThat(hidden.stream()).containsExactly(0, 1, 2);
    }

    /** One who knows the sizes, what is shown and how numbers are left out cannot tell a number that is left out. */
    @ParameterizedTest
    @ValueSource(strings = {"12,12", "5,40", "12,11,10", "14,14,14", "5,6,25", "5,5,5", "11,12,5,6"})
    void shouldLeaveEveryHiddenNumberOpen(String sizes) {
        Map<List<Integer>, List<List<Cell>>> byShown = new HashMap<>();
        tables(sizes).forEach(cells -> byShown.computeIfAbsent(shown(cells), s -> new ArrayList<>())
                .add(cells));

        byShown.forEach(SmallNumbersTest::assertOpen);
    }

    /** Nor can one who knows the total besides: every number that is left out can be higher or lower. */
    @ParameterizedTest
    @ValueSource(strings = {"12,12", "5,40", "12,11,10", "14,14,14", "5,6,25", "5,5,5", "11,12,5,6"})
    void shouldLeaveThemOpenToOneWhoKnowsTheTotal(String sizes) {
        for (List<Cell> cells : tables(sizes)) {
            BitSet hidden = SmallNumbers.hidden(cells);
            int selected = hidden.stream().map(i -> cells.get(i).selected()).sum();
            int officers = hidden.stream().map(i -> cells.get(i).size()).sum();
            hidden.stream().forEach(i -> {
                int size = cells.get(i).size();
                int least = Math.max(0, selected - (officers - size));
                int most = Math.min(size, selected);
                if (hidden.cardinality() < cells.size()) {
                    assertThat(most).as("group %d of %s", i, cells).isGreaterThan(least);
                }
            });
        }
    }

    private static void assertOpen(List<Integer> shown, List<List<Cell>> possible) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i) == null) {
                Set<Integer> values = new HashSet<>();
                for (List<Cell> cells : possible) {
                    values.add(cells.get(i).selected());
                }
                assertThat(values).as("group %d of %s", i, shown).hasSizeGreaterThan(1);
            }
        }
    }

    private static List<Integer> shown(List<Cell> cells) {
        BitSet hidden = SmallNumbers.hidden(cells);
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            shown.add(hidden.get(i) ? null : Integer.valueOf(cells.get(i).selected()));
        }
        return shown;
    }

    /** Every way in which officers of groups of these sizes can be selected. */
    private static List<List<Cell>> tables(String text) {
        int[] sizes = Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
        List<List<Cell>> tables = List.of(List.of());
        for (int size : sizes) {
            List<List<Cell>> longer = new ArrayList<>();
            for (List<Cell> table : tables) {
                for (int selected = 0; selected <= size; selected++) {
                    List<Cell> cells = new ArrayList<>(table);
                    cells.add(new Cell(selected, size));
                    longer.add(cells);
                }
            }
            tables = longer;
        }
        return tables;
    }
}
