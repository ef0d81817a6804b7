package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.backup.SiteBackup;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/**
 * Keeps what this release stores, for the releases after it: plays the story in src/test/resources/upgrade/RELEASE and
 * writes the site beside it. Run it once, when the release is made:
 *
 * <pre>{@code ./mvnw -q test-compile exec:java -Dexec.mainClass=org.misconductmonitor.endtoend.UpgradeFixture
 *     -Dexec.classpathScope=test -Dexec.args=RELEASE}</pre>
 */
final class UpgradeFixture {
    private UpgradeFixture() {}

    public static void main(String[] args) throws IOException {
        UpgradeStory story = UpgradeStory.of(args[0]);
        Path work = Files.createTempDirectory("upgrade-");
        try (EmbeddedPlatform platform = EmbeddedPlatform.startTemporary(Map.of());
                RunningMonitor running = RunningMonitor.start(platform, work, story.rules(), story.settings())) {
            List<Event> events = story.events();
            running.process(events.subList(0, events.size() * 3 / 4));
            running.awaitIdle();
            review(running.site());
            UpgradeStory.command(
                    running.site(), "rules", "publish", story.published().toString());
            running.process(events.subList(events.size() * 3 / 4, events.size()));
            running.awaitIdle();
            running.stop();
            keep(running.site(), story.backup());
        }
        RunningMonitor.delete(work);
        System.exit(0);
    }

    /** One of each: an alert that somebody has, one that is closed, one that sleeps. */
    private static void review(Site site) {
        List<Alert> standing = Folded.standing(site.transitions()).stream()
                .filter(alert -> alert.home().id().equals(alert.subject().id()))
                .sorted(Comparator.comparing(Alert::alertId))
                .limit(3)
                .toList();
        act(site, standing.get(0), "acknowledge");
        act(site, standing.get(1), "close", "--outcome", "NO_ACTION_NEEDED", "--reason", "one incident");
        act(site, standing.get(2), "snooze", "--until", "2100-01-01T00:00:00Z", "--reason", "on leave");
    }

    private static void act(Site site, Alert alert, String... words) {
        String[] all = new String[words.length + 5];
        all[0] = "alerts";
        all[1] = "act";
        all[2] = alert.alertId();
        System.arraycopy(words, 0, all, 3, words.length);
        all[words.length + 3] = "--by";
        all[words.length + 4] = "R17";
        UpgradeStory.command(site, all);
    }

    private static void keep(Site site, Path directory) {
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            SchemaRegistryClient registry = new SchemaRegistryClient(
                    RegistryConfig.from(site.config().passThrough().serdes()));
            new SiteBackup(site.config(), admin, registry).create(directory, topic -> {});
        }
    }
}
