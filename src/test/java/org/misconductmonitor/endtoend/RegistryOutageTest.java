package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.MonitorTopic;

/** The registry is away while records wait whose schema only the registry knows. */
@ExtendWith(SharedPlatform.class)
class RegistryOutageTest {
    /** How long after the registry is back the last waiting record may take. */
    private static final Duration RECOVERY = Duration.ofSeconds(20);

    private final EmbeddedPlatform platform;

    @TempDir
    private Path directory;

    RegistryOutageTest(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    @AfterEach
    void startAgain() {
        platform.registry().start();
    }

    @Test
    void shouldWaitForTheRegistryAndLoseNothing() {
        Map<String, String> impatient = Map.of("registry.retry.timeout.ms", "1000");
        try (RunningMonitor running =
                RunningMonitor.start(platform, directory, Stories.rules("every-allegation.yaml"), impatient)) {
            Site site = running.site();
            Frames frames = new Frames(site);
            Sender sender = new Sender(site);
            byte[] known = frames.of(Frames.event("e1", "officer", Map.of()));
            byte[] unknown = frames.ofNewerPublisher(Frames.event("e2", "officer", Map.of()), "severity", "NEW");
            running.process(List.of(Frames.event("e0", "officer", Map.of())));
            platform.registry().kill();
            sender.send("unknown", "officer".getBytes(UTF_8), unknown);
            sender.send("known", "officer".getBytes(UTF_8), known);

            try (Offsets offsets = new Offsets(site)) {
                Awaitility.await()
                        .during(Duration.ofSeconds(6))
                        .atMost(Duration.ofSeconds(8))
                        .until(() -> !offsets.behind().isEmpty()
                                && !running.monitor().hasFailed());
            }
            platform.registry().start();
            RunningMonitor.awaitProcessed(site, RECOVERY);

            assertThat(RawRecords.of(site, site.topic(MonitorTopic.DEAD_LETTERS))
                            .all())
                    .isEmpty();
            assertThat(Folded.standing(site.transitions()))
                    .extracting(alert -> alert.level() + " " + alert.count())
                    .containsExactly("AMBER 1", "RED 2");
            Awaitility.await().until(running.monitor()::isRunning);
            Books.assertBalanced(running);
        }
    }
}
