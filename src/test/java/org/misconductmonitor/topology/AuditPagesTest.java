package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much of a long log is read for a page: an entry a minute, in turn in each of three partitions. */
class AuditPagesTest {
    private static final int ENTRIES = 30_000;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int PIECE = 100;
    /** Two pieces of each partition: to the place where the page begins, and what is as old as clocks may be apart. */
    private static final int ENOUGH = 2 * PIECE * StampedLog.PARTITIONS;

    private static final AuditBook.Bounds BOUNDS = new AuditBook.Bounds(Duration.ofMinutes(30), PIECE, 1_000);
    private static final AuditFilter ALL = filter(Set.of(), null, null);

    private final StampedLog log = new StampedLog();
    private final List<AuditEntry> latestFirst = new ArrayList<>();

    AuditPagesTest() {
        AuditAvro avro = new AuditAvro();
        for (int i = 0; i < ENTRIES; i++) {
            // Whoever writes has a clock of its own.
            AuditEntry entry = entry(i, START.plus(Duration.ofMinutes(i)).plusSeconds(i % 7 * 60L));
            log.add(START.plus(Duration.ofMinutes(i)), avro.write(entry));
            latestFirst.add(entry);
        }
        latestFirst.sort(
                (a, b) -> b.at().equals(a.at()) ? b.entryId().compareTo(a.entryId()) : b.at().compareTo(a.at()));
    }

    @Test
    void shouldReadOnlyTheEndForTheFirstPage() {
        AuditBook.Page page = page(ALL, null);

        assertThat(page.entries()).isEqualTo(latestFirst.subList(0, 20));
        assertThat(page.next()).isNotNull();
        assertThat(page.total()).isNull();
        assertThat(log.read()).isBetween(20, ENOUGH);
    }

    @Test
    void shouldReadNoMoreForAnyPageThanForTheFirst() {
        AuditBook.Place place = null;
        for (int from = 0; from < 2_000; from += 20) {
            int before = log.read();
            AuditBook.Page page = page(ALL, place);
            place = page.next();

            assertThat(page.entries()).isEqualTo(latestFirst.subList(from, from + 20));
            assertThat(log.read() - before).isLessThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void shouldReadNothingBeforeTheTimeThatIsAskedFor() {
        AuditBook.Page page = page(filter(Set.of("nobody"), START.plus(Duration.ofMinutes(ENTRIES - 500)), null), null);

        assertThat(page.entries()).isEmpty();
        assertThat(page.next()).isNull();
        assertThat(log.read()).isBetween(500, 500 + ENOUGH);
    }

    @Test
    void shouldReadNothingMuchLaterThanTheTimeUntilWhichIsAsked() {
        AuditBook.Page page = page(filter(Set.of(), null, START.plus(Duration.ofMinutes(1_000))), null);

        assertThat(page.entries()).hasSize(20).allSatisfy(entry -> assertThat(entry.at())
                .isBefore(START.plus(Duration.ofMinutes(1_000))));
        assertThat(log.read()).isLessThanOrEqualTo(ENOUGH);
    }

    @Test
    void shouldEndAPageAfterSoManyRecordsHoweverFewAreFound() {
        AuditFilter rare = filter(Set.of("rare"), null, null);
        List<AuditEntry> found = new ArrayList<>();
        AuditBook.Place place = null;
        do {
            int before = log.read();
            AuditBook.Page page = page(rare, place);
            assertThat(log.read() - before).isLessThanOrEqualTo(BOUNDS.records() + ENOUGH);
            found.addAll(page.entries());
            place = page.next();
        } while (place != null);

        assertThat(found)
                .hasSize(3)
                .isEqualTo(latestFirst.stream()
                        .filter(entry -> entry.officerId().equals("rare"))
                        .toList());
    }

    private AuditBook.Page page(AuditFilter filter, AuditBook.Place after) {
        return new AuditBook(log, StampedLog.TOPIC, Map.of(), BOUNDS).latest(filter, after, 20);
    }

    private static AuditFilter filter(Set<String> officers, Instant from, Instant to) {
        return new AuditFilter(officers, Set.of(), Set.of(), from, to, tenant -> true);
    }

    private static AuditEntry entry(int number, Instant at) {
        return new AuditEntry(
                "entry-" + number,
                AuditEntry.Operation.CONSULTATION,
                at,
                "somebody",
                "default",
                number % 10_000 == 5_000 ? "rare" : "officer",
                "record",
                1,
                null);
    }
}
