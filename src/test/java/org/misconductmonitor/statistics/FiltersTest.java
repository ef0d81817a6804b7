package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters as people write them. */
class FiltersTest {
    private static final List<Dimension> ALLOWED = List.of(Dimension.FORCE, Dimension.CATEGORY);

    @Test
    void shouldReadNamesWithTheirValues() {
        assertThat(Filters.read(List.of("force:A:1", "category:J", "force:B"), ':', ALLOWED))
                .isEqualTo(Map.of(Dimension.FORCE, Set.of("A:1", "B"), Dimension.CATEGORY, Set.of("J")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "force", "force:", ":A", "colour:red", "outcome:OPEN", "FORCE:A", "force=A"})
    void shouldSayWhichNamesThereAre(String text) {
        assertThatThrownBy(() -> Filters.read(List.of(text), ':', ALLOWED))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("force, category");
    }

    @Test
    void shouldOnlyEverNarrowAQuestion() {
        Query question = Query.of(Measure.ALLEGATIONS, Instant.EPOCH).where(Dimension.FORCE, "A", "B");

        assertThat(question.narrowed(Map.of(Dimension.FORCE, Set.of("B", "C"), Dimension.CATEGORY, Set.of("J")))
                        .filters())
                .isEqualTo(Map.of(Dimension.FORCE, Set.of("B"), Dimension.CATEGORY, Set.of("J")));
        assertThat(question.narrowed(Map.of(Dimension.FORCE, Set.of("C"))).filters())
                .isEqualTo(Map.of(Dimension.FORCE, Set.of()));
        assertThat(question.narrowed(Map.of())).isEqualTo(question);
    }
}
