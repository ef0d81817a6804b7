package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.MonitorTopic;

/** A site is lost with everything, and made again on a cluster that knows nothing of it. */
@ExtendWith(SharedPlatform.class)
class BackupTest {
    private static final String TABLE = "/api/v1/statistics/discipline?asOf=2024-01-01T00:00:00Z";

    @TempDir
    private Path directory;

    @Test
    void shouldMakeTheSameSiteAgain(EmbeddedPlatform platform) throws Exception {
        UpgradeStory story = UpgradeStory.of("0.2.0");
        Instant begun = Instant.now();
        Path backup = directory.resolve("backup");
        Map<String, String> served = Map.of(
                "http.port", "0", "rules", story.directory().resolve("rules").toString());
        Site lost = Site.create(platform, directory.resolve("lost"), served);
        try (RunningMonitor running = RunningMonitor.on(lost, lost.config(), story.rules())) {
            running.process(story.events());
            running.awaitIdle();
            UpgradeStory.command(
                    lost,
                    "alerts",
                    "act",
                    first(lost).alertId(),
                    "close",
                    "--outcome",
                    "NO_ACTION_NEEDED",
                    "--reason",
                    "one incident",
                    "--by",
                    "R17");
            running.awaitIdle();
            assertRefused(lost, "is running: stop every instance first", "backup", "create", backup.toString());
        }
        JsonNode table = table(lost, story);
        UpgradeStory.command(lost, "backup", "create", backup.toString());
        assertRefused(lost, "there is something already", "backup", "restore", backup.toString());

        try (EmbeddedPlatform other = EmbeddedPlatform.startTemporary(Map.of())) {
            Site again = Site.planned(other, directory.resolve("again"), named(lost, served));
            assertNothingIsWrittenOfDamagedFiles(again, backup);
            UpgradeStory.command(again, "backup", "restore", backup.toString());
            for (MonitorTopic topic : MonitorTopic.values()) {
                assertThat(contents(again, topic)).as(topic.suffix()).isEqualTo(contents(lost, topic));
            }
            List<Alert> revisions = lost.transitions();
            assertThat(table(again, story)).isEqualTo(table);
            try (RunningMonitor running = RunningMonitor.on(again, again.config(), story.rules())) {
                running.awaitIdle();
                assertThat(again.transitions()).isEqualTo(revisions);
                assertThat(again.alerts(MonitorTopic.STANDING_ALERTS))
                        .containsExactlyInAnyOrderElementsOf(lost.alerts(MonitorTopic.STANDING_ALERTS));
                running.process(story.later());
                running.awaitIdle();
                Books.assertBalanced(running);
                Engine fresh = new Engine(story.rules(), story.all());
                fresh.advance(Instant.now());
                fresh.assertSameStanding(again, begun);
            }
        }
    }

    private static Alert first(Site site) {
        return Folded.standing(site.transitions()).stream()
                .filter(alert -> alert.home().id().equals(alert.subject().id()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode table(Site site, UpgradeStory story) {
        try (ServedMonitor served = ServedMonitor.start(
                site.config(), RuleFiles.load(List.of(story.directory().resolve("rules"))))) {
            return served.get(TABLE);
        }
    }

    private static Map<String, String> named(Site site, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("application.id", site.config().applicationId());
        settings.put(
                "topics.prefix", site.config().topics().catalog().settings().prefix());
        return settings;
    }

    private static void assertNothingIsWrittenOfDamagedFiles(Site site, Path backup) throws Exception {
        Path file;
        try (Stream<Path> files = Files.list(backup)) {
            file = files.filter(each -> each.toString().endsWith(".gz"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(file, damaged);
        assertRefused(site, "is missing or damaged", "backup", "restore", backup.toString());
        Files.write(file, whole);
    }

    /** Partition, time, key, headers and value of every record, in order; the ids of schemas are this registry's. */
    private static List<String> contents(Site site, MonitorTopic topic) {
        RawRecords records = RawRecords.of(site, site.topic(topic));
        return IntStream.range(0, records.partitions())
                .boxed()
                .flatMap(partition -> records.all().stream().filter(record -> record.partition() == partition))
                .map(BackupTest::text)
                .toList();
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        return record.partition() + " " + record.timestamp() + " "
                + (record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8)) + " "
                + record.headers() + " "
                + Arrays.toString(
                        Arrays.copyOfRange(record.value(), Math.min(5, record.value().length), record.value().length));
    }

    private static void assertRefused(Site site, String why, String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(site.arguments());
        StringWriter said = new StringWriter();
        int exit = Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(exit).isEqualTo(Exit.FAILED);
        assertThat(said.toString()).contains(why);
    }
}
