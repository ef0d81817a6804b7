package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.Accounting.Outcome;

/** A monitor killed again and again while events flow, once with its disk: none of it shows in what it says. */
@ExtendWith(SharedPlatform.class)
class KilledMonitorTest {
    private static final int KILLS = 3;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> QUICK = Map.of(
            "kafka.consumer.session.timeout.ms", "3000",
            "kafka.consumer.heartbeat.interval.ms", "500",
            "kafka.producer.transaction.timeout.ms", "5000");

    @TempDir
    private Path directory;

    @Test
    void shouldNeitherLoseNorRepeatAnything(EmbeddedPlatform platform) throws Exception {
        List<Event> events = Corrected.goldenReassigned();
        Site site = Site.create(platform, directory, QUICK);
        int part = events.size() / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            site.publish(events.subList(kill * part, (kill + 1) * part));
            try (ChildMonitor child = start(site)) {
                awaitRead(site, child, kill * part + part / 3);
                child.kill();
            }
            if (kill == 1) {
                RunningMonitor.delete(site.config().stateDir());
            }
        }
        site.publish(events.subList(KILLS * part, events.size()));
        try (ChildMonitor child = start(site)) {
            RunningMonitor.awaitProcessed(site, LIMIT);
            assertThat(child.stop()).as(log()).isEqualTo(143);
        }
        assertNothingShows(site, events);
    }

    private static void assertNothingShows(Site site, List<Event> events) {
        RuleSet rules = Stories.rules("every-allegation.yaml");
        new Engine(rules, events).assertSameStanding(site);
        try (RunningMonitor running = RunningMonitor.on(site, site.config(), rules)) {
            running.awaitProcessed();
            Books.assertBalanced(running);
            assertThat(running.monitor().accounts().totals())
                    .containsEntry(Outcome.READ, (long) events.size())
                    .containsEntry(Outcome.DEAD_LETTERED, 0L);
        }
    }

    private ChildMonitor start(Site site) throws IOException {
        return ChildMonitor.start(site, Stories.ruleFile("every-allegation.yaml"), directory.resolve("child.log"));
    }

    private void awaitRead(Site site, ChildMonitor child, int count) {
        try (Offsets offsets = new Offsets(site)) {
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> {
                assertThat(child.isAlive()).as(log()).isTrue();
                return offsets.committedTotal() > count;
            });
        }
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("child.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
