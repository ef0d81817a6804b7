package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.ThreadMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    @TempDir
    private Path directory;

    @Test
    void shouldSayThatTheClusterDoesNotAnswer() {
        try (Readiness readiness = readiness(Map.of())) {
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                            readiness.hindrances(threads("RUNNING", "RUNNING")))
                    .singleElement()
                    .asString()
                    .startsWith("the cluster does not answer: "));
        }
    }

    @Test
    void shouldSayHowManyThreadsAreLeft() {
        try (Readiness readiness = readiness(Map.of())) {
            assertThat(readiness.hindrances(threads("RUNNING", "DEAD")))
                    .anyMatch(reason -> reason.startsWith("1 of 2 stream threads are alive"));
            assertThat(readiness.hindrances(threads("RUNNING")))
                    .anyMatch(reason -> reason.startsWith("1 of 2 stream threads are alive"));
            assertThat(readiness.hindrances(threads("RUNNING", "STARTING")))
                    .noneMatch(reason -> reason.contains("stream threads"));
        }
    }

    @Test
    void shouldSayThatThereIsNoRoom() {
        try (Readiness readiness = readiness(Map.of("state.dir.free", "900000GiB"))) {
            assertThat(readiness.hindrances(threads("RUNNING", "RUNNING")))
                    .anyMatch(reason -> reason.startsWith("state.dir has ") && reason.endsWith("make room"));
        }
    }

    @Test
    void shouldSayThatRecordsWaitForTheRegistryAndThatTheClockIsWrong() {
        ClockSkew clock = new ClockSkew();
        clock.acknowledged(System.currentTimeMillis() - 3_600_000, System.nanoTime());
        try (Readiness readiness =
                new Readiness(config(Map.of()), "here", Set.of(), () -> Optional.of("no registry"), clock)) {
            assertThat(readiness.hindrances(threads("RUNNING", "RUNNING")))
                    .contains("no registry")
                    .anyMatch(reason -> reason.contains("3600 s ahead of that of the cluster"));
        }
    }

    private Readiness readiness(Map<String, String> more) {
        return new Readiness(config(more), "here", Set.of(), Optional::empty, new ClockSkew());
    }

    private MonitorConfig config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("state.dir", directory.resolve("not/yet").toString());
        return MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), settings));
    }

    /** Kafka Streams has no public way to make one. */
    private static List<ThreadMetadata> threads(String... states) {
        List<ThreadMetadata> threads = new ArrayList<>();
        for (String state : states) {
            threads.add((ThreadMetadata) Proxy.newProxyInstance(
                    ReadinessTest.class.getClassLoader(),
                    new Class<?>[] {ThreadMetadata.class},
                    (proxy, method, arguments) -> state));
        }
        return threads;
    }
}
