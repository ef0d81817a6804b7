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
import java.util.function.ToLongFunction;
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
 * A long run under load, in which a second instance comes and goes: what the first takes of memory, threads and files is
 * looked at every minute, comes to rest and stays below a bound. {@code -Dsoak.minutes=N} makes it longer or shorter; the
 * table is left in {@code target/soak.md}.
 */
@Tag("nightly")
@EnabledOnOs(OS.LINUX)
@ExtendWith(SharedPlatform.class)
class SoakTest {
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int MINUTES = Integer.getInteger("soak.minutes", 20);
    private static final Path TABLE = Path.of("target", "soak.md");
    private static final int PARTS = 20;
    /** Parts of the story between one rebalance and the next. */
    private static final int BATCHES = 3;

    private static final long MIB = 1 << 20;
    private static final long HEAP = 384 * MIB;
    private static final long STORES = 32 * MIB;
    /** Heap, RocksDB, record caches (8 MiB), and what a JVM takes for code, classes, threads and buffers. */
    private static final long BOUND = HEAP + STORES + (8 + 300) * MIB;
    /** Once everything was used, memory may only waver. */
    private static final double WAVERING = 1.15;

    private static final Map<String, String> SMALL = Map.of(
            "rocksdb.memory.bytes", "32MiB",
            "statestore.cache.max.bytes", "8MiB",
            "cached.facts", "20000",
            "http.port", "0",
            "kafka.consumer.session.timeout.ms", "6000");
    /** The whole heap from the beginning: what grows is something else. */
    private static final List<String> OPTIONS =
            List.of("-Xms384m", "-XX:+AlwaysPreTouch", "-XX:NativeMemoryTracking=summary");

    @TempDir
    private Path directory;

    private final List<Footprint> footprints = new ArrayList<>();
    private long lookedAt;
    private int part;

    @Test
    void shouldNotGrow(EmbeddedPlatform platform) throws Exception {
        Site site = Site.create(platform, directory, SMALL);
        List<Event> events = Corrected.golden();
        long begun = System.nanoTime();
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
            } while (System.nanoTime() - begun < Duration.ofMinutes(MINUTES).toNanos());
            System.out.println(Footprint.nativeMemory(first));
            assertThat(first.stop()).as(log("first")).isEqualTo(143);
        }
        tell(published, rebalances);
        assertThat(footprints).allSatisfy(one -> {
            assertThat(one.resident()).isLessThan(BOUND);
            assertThat(one.heap()).isLessThan(HEAP);
            assertThat(one.stores()).isLessThan((long) (STORES * WAVERING));
        });
        assertThat(footprints).as("enough to compare").hasSizeGreaterThanOrEqualTo(6);
        assertAtRest("resident memory", Footprint::resident);
        assertAtRest("threads", Footprint::threads);
        assertAtRest("buffers", Footprint::direct);
    }

    /** Single looks catch a flush or a compaction; the median of a third does not. Files are those of the data, too. */
    private void assertAtRest(String what, ToLongFunction<Footprint> part) {
        int size = footprints.size();
        long middle = median(footprints.subList(size / 3, size * 2 / 3), part);
        long last = median(footprints.subList(size * 2 / 3, size), part);
        assertThat(last).as(what).isLessThanOrEqualTo((long) (middle * WAVERING));
    }

    private static long median(List<Footprint> some, ToLongFunction<Footprint> part) {
        return some.stream()
                .mapToLong(part)
                .sorted()
                .skip(some.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** The next part of the story; behind its end once more, about other people. */
    private int load(Site site, List<Event> events, ChildMonitor watched) throws IOException, InterruptedException {
        int batch = events.size() / PARTS;
        for (int i = 0; i < BATCHES; i++) {
            int from = part % PARTS * batch;
            site.publish(
                    events.subList(from, from + batch).stream().map(this::again).toList());
            part++;
            RunningMonitor.awaitProcessed(site, LIMIT);
            if (System.nanoTime() - lookedAt > Duration.ofMinutes(1).toNanos()) {
                footprints.add(Footprint.of(watched, url("first")));
                lookedAt = System.nanoTime();
                System.out.println("| " + footprints.size() + " | "
                        + footprints.get(footprints.size() - 1).cells());
            }
        }
        return BATCHES * batch;
    }

    private String url(String name) throws IOException {
        return log(name)
                .lines()
                .filter(line -> line.startsWith("listening on "))
                .reduce((before, latest) -> latest)
                .orElseThrow()
                .substring("listening on ".length());
    }

    private Event again(Event event) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        for (Field field : List.of(Field.EVENT_ID, Field.OFFICER_ID, Field.CASE_ID, Field.ALLEGATION_ID)) {
            if (event.get(field) != null) {
                fields.put(field, part / PARTS + "-" + event.get(field));
            }
        }
        return event.with(fields);
    }

    private ChildMonitor start(Site site, String name) throws IOException {
        return ChildMonitor.start(
                site,
                Stories.ruleFile("every-allegation.yaml"),
                directory.resolve(name + ".log"),
                Map.of("state.dir", directory.resolve(name).toString()),
                OPTIONS);
    }

    private void tell(int published, int rebalances) throws IOException {
        StringBuilder table = new StringBuilder("""
                %,d events, %d rebalances; MiB after a collection, looked at every minute or later.

                | look | resident | heap | stores | buffers | threads | files |
                |---|---|---|---|---|---|---|
                """.formatted(published, rebalances));
        for (int i = 0; i < footprints.size(); i++) {
            table.append("| ")
                    .append(i + 1)
                    .append(" | ")
                    .append(footprints.get(i).cells())
                    .append(" |\n");
        }
        System.out.print(table);
        Files.writeString(TABLE, table);
    }

    private String log(String name) throws IOException {
        return Files.readString(directory.resolve(name + ".log"));
    }
}
