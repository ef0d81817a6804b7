package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/**
 * A long run under load, in which a second instance comes and goes: what the first takes of memory, RocksDB included,
 * stays below a bound and comes to rest. {@code -Dsoak.minutes=N} makes it longer or shorter.
 */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
@ExtendWith(SharedPlatform.class)
class SoakTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int MINUTES = Integer.getInteger("soak.minutes", 20);
    private static final long MIB = 1 << 20;
    /** Heap (384), RocksDB (32), record caches (8), and what a JVM takes for code, classes, threads and buffers. */
    private static final long BOUND = (384 + 32 + 8 + 300) * MIB;
    /** Once everything was used, memory may only waver. */
    private static final double WAVERING = 1.15;

    private static final Map<String, String> SMALL = Map.of(
            "rocksdb.memory.bytes", "32MiB",
            "statestore.cache.max.bytes", "8MiB",
            "cached.facts", "20000",
            "kafka.consumer.session.timeout.ms", "6000");

    @TempDir
    private Path directory;

    private final List<Long> resident = new ArrayList<>();
    private int round;

    @Test
    void shouldNotGrow(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, SMALL);
        List<Event> events = Corrected.golden();
        long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
        int rebalances = 0;
        int published = 0;
        try (ChildMonitor first = start(site, "first")) {
            do {
                try (ChildMonitor second = start(site, "second")) {
                    published += load(site, events, first);
                    assertThat(second.stop()).as(log("second")).isEqualTo(143);
                }
                published += load(site, events, first);
                rebalances += 2;
            } while (System.nanoTime() < end);
            assertThat(first.stop()).as(log("first")).isEqualTo(143);
        }
        tell(published, rebalances);
        List<Long> middle = resident.subList(resident.size() / 3, resident.size() * 2 / 3);
        List<Long> last = resident.subList(resident.size() * 2 / 3, resident.size());
        assertThat(max(resident)).isLessThan(BOUND);
        assertThat(max(last)).isLessThan((long) (max(middle) * WAVERING));
    }

    /** The story once more, about other people. */
    private int load(Site site, List<Event> events, ChildMonitor watched) throws IOException {
        round++;
        int part = events.size() / 4;
        for (int from = 0; from + part <= events.size(); from += part) {
            site.publish(
                    events.subList(from, from + part).stream().map(this::again).toList());
            RunningMonitor.awaitProcessed(site, LIMIT);
            resident.add(watched.residentBytes());
        }
        return events.size() / part * part;
    }

    private Event again(Event event) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (Field field : List.of(Field.EVENT_ID, Field.OFFICER_ID, Field.CASE_ID, Field.ALLEGATION_ID)) {
            if (event.get(field) != null) {
                fields.put(field, round + "-" + event.get(field));
            }
        }
        return event.with(fields);
    }

    private ChildMonitor start(Site site, String name) throws IOException {
        return ChildMonitor.start(
                site,
                Stories.ruleFile("every-allegation.yaml"),
                directory.resolve(name + ".log"),
                Map.of("state.dir", directory.resolve(name).toString()));
    }

    private void tell(int published, int rebalances) {
        System.out.printf(
                "soak: %,d events, %d rebalances, resident MiB first %d, median %d, last %d, most %d%n",
                published,
                rebalances,
                resident.get(0) / MIB,
                resident.stream().sorted().toList().get(resident.size() / 2) / MIB,
                resident.get(resident.size() - 1) / MIB,
                max(resident) / MIB);
    }

    private static long max(List<Long> values) {
        return values.stream().flatMapToLong(LongStream::of).max().orElseThrow();
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".log"));
    }
}
