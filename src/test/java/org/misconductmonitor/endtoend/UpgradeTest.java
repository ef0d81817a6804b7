package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** A site as an earlier release left it: changelogs, topics, offsets. This release goes on with it. */
@ExtendWith(SharedPlatform.class)
class UpgradeTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"0.2.0", "0.2.0-tenants"})
    void shouldGoOnWithWhatAnEarlierReleaseHasStored(String release, EmbeddedPlatform platform) throws Exception {
        UpgradeStory story = UpgradeStory.of(release);
        Site site = Site.planned(platform, directory, story.settings());
        UpgradeStory.command(site, "backup", "restore", story.backup().toString());
        List<Alert> before = site.transitions();
        Instant begun = Instant.now();
        try (RunningMonitor running = RunningMonitor.on(site, site.config(), story.rules())) {
            running.awaitIdle();
            assertNothingIsToldAgain(before, site);
            Books.assertBalanced(running);

            running.process(story.later());
            running.awaitIdle();
            Engine fresh = new Engine(story.allRules(), story.all());
            fresh.advance(Instant.now());
            fresh.assertSameStanding(site, begun);
            Books.assertBalanced(running);
        }
        assertThat(Folded.standing(site.transitions()))
                .extracting(alert -> alert.life().state())
                .contains(LifeState.ACKNOWLEDGED, LifeState.NO_ACTION_NEEDED, LifeState.SNOOZED);
    }

    /** What lies in one of them at least is read by the test above. */
    @ParameterizedTest
    @ValueSource(strings = "0.2.0")
    void shouldCoverEveryStore(String release) throws Exception {
        Map<String, Long> records = new TreeMap<>();
        for (String site : List.of(release, release + "-tenants")) {
            UpgradeStory story = UpgradeStory.of(site);
            String application = story.settings().get("application.id");
            JsonNode manifest = new ObjectMapper()
                    .readTree(story.backup().resolve("manifest.json").toFile());
            manifest.get("topics").forEach(topic -> {
                if (topic.get("changelog").asBoolean()) {
                    String store = topic.get("name").asText().substring(application.length());
                    records.merge(store, topic.get("records").asLong(), Long::sum);
                }
            });
        }
        assertThat(records).isNotEmpty().doesNotContainValue(0L);
    }

    /** What the facts have said is not said again; only time has passed since then. */
    private static void assertNothingIsToldAgain(List<Alert> before, Site site) {
        List<Alert> now = site.transitions();
        assertThat(before).as("what the earlier release has told").isNotEmpty();
        assertThat(now).containsAll(before);
        assertThat(added(before, now))
                .filteredOn(alert -> alert.notice().change() == Notice.Change.FACTS)
                .allSatisfy(alert -> assertThat(alert.firedAt()).isAfter(last(before)));
    }

    private static List<Alert> added(List<Alert> before, List<Alert> now) {
        return now.stream().filter(alert -> !before.contains(alert)).toList();
    }

    private static Instant last(List<Alert> before) {
        return Stream.concat(Stream.of(Instant.EPOCH), before.stream().map(alert -> alert.notice()
                        .at()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
