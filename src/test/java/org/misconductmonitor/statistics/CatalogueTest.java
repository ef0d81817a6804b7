package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void shouldNameEachTableOnceAndFindItByItsName() {
        assertThat(Catalogue.tables()).extracting(PublishedTable::id).doesNotHaveDuplicates();
        assertThat(Catalogue.tables())
                .allSatisfy(table -> assertThat(Catalogue.named(table.id())).contains(table));
        assertThat(Catalogue.named("nothing")).isEmpty();
    }

    @Test
    void shouldFillEveryTableFromTheShippedStory() throws IOException {
        StatisticsLedger ledger = Golden.ledger(Golden.events());

        assertThat(Catalogue.tables()).allSatisfy(table -> assertThat(
                        ledger.answer(table.query(LATER)).lines().isEmpty())
                .as(table.id())
                .isEqualTo(table.question().groupBy().isEmpty()));
    }

    @Test
    void shouldLetEveryTableBePublishedWithSmallNumbersWithheld() throws IOException {
        StatisticsLedger ledger = Golden.ledger(Golden.events());

        for (PublishedTable table : Catalogue.tables()) {
            Table withheld = ledger.answer(table.query(LATER)).withheldBelow(5);
            assertThat(withheld.lines())
                    .as(table.id())
                    .flatExtracting(Line::cells)
                    .noneMatch(cell -> cell.count() > 0 && cell.count() < 5);
        }
    }

    @Test
    void shouldFindMeasuresAndDimensionsByTheirNamesInJson() {
        Set<Measure> found = EnumSet.noneOf(Measure.class);
        for (Measure measure : Measure.values()) {
            Measure.named(measure.jsonName()).ifPresent(found::add);
        }
        assertThat(found).containsExactly(Measure.values());
        assertThat(Measure.named("officerAllegations")).contains(Measure.OFFICER_ALLEGATIONS);
        assertThat(Dimension.named("tenantId")).contains(Dimension.TENANT);
    }
}
