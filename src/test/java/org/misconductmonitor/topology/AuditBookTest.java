package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Pages of a log of several partitions: all of it, in order. */
@ExtendWith(SharedPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditBookTest {
    private static final int ENTRIES = 3_000;
    private static final AuditFilter ALL = new AuditFilter(Set.of(), Set.of(), Set.of(), null, null, tenant -> true);
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    private final List<AuditEntry> written = new ArrayList<>();
    private MonitorConfig config;
    private ConfiguredSerdes serdes;

    @BeforeAll
    void write(EmbeddedPlatform platform, @TempDir Path directory) {
        config = Site.create(platform, directory, Map.of("topics.partitions", "3"))
                .config();
        serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        Random random = new Random(7);
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            for (int i = 0; i < ENTRIES / 20; i++) {
                List<AuditEntry> together = new ArrayList<>();
                for (int j = 0; j < 20; j++) {
                    together.add(entry(random));
                }
                log.write(together);
                written.addAll(together);
            }
        }
        written.sort(
                Collections.reverseOrder(Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::entryId)));
    }

    @Test
    void shouldTellAllOfItPageByPage() {
        for (int piece : new int[] {1_000, 70}) {
            assertThat(all(new AuditBook.Bounds(CLOCKS, piece, ENTRIES), ALL, 400))
                    .isEqualTo(written);
        }
    }

    @Test
    void shouldKeepToTheTimesThatAreAskedForAndCountThem() {
        Instant from = written.get(2_000).at();
        Instant to = written.get(1_000).at();
        AuditFilter between = new AuditFilter(Set.of(), Set.of(), Set.of(), from, to, tenant -> true);
        List<AuditEntry> expected = written.stream()
                .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                .toList();

        AuditBook.Page page = page(new AuditBook.Bounds(CLOCKS, 100, ENTRIES), between, null, ENTRIES);

        assertThat(page.entries()).isEqualTo(expected);
        assertThat(page.next()).isNull();
        assertThat(page.total()).isEqualTo(expected.size());
    }

    private List<AuditEntry> all(AuditBook.Bounds bounds, AuditFilter filter, int limit) {
        List<AuditEntry> read = new ArrayList<>();
        AuditBook.Place place = null;
        int pages = 0;
        do {
            AuditBook.Page page = page(bounds, filter, place, limit);
            read.addAll(page.entries());
            place = page.next();
            assertThat(pages++).isLessThan(ENTRIES);
        } while (place != null);
        return read;
    }

    private AuditBook.Page page(AuditBook.Bounds bounds, AuditFilter filter, AuditBook.Place after, int limit) {
        try (AuditBook book = new AuditBook(
                config.topics().catalog(), ClientProperties.consumer(config), serdes.deserializer(), bounds)) {
            return book.latest(filter, after, limit);
        }
    }

    private static AuditEntry entry(Random random) {
        String officer = random.nextInt(100) == 0 ? "rare" : "officer-" + random.nextInt(50);
        return new AuditEntry(
                UUID.randomUUID().toString(),
                AuditEntry.Operation.CONSULTATION,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                "somebody",
                "default",
                officer,
                "record",
                1,
                null);
    }
}
