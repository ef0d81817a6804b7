package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.MonitorTopic;

/** Told to stop, whatever it is at: it is gone within ten seconds. */
@ExtendWith(SharedPlatform.class)
class GracefulStopTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Longer than the test is patient: whoever starts again must not have to wait for the end of the old session. */
    private static final String SESSION_MS = "600000";

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int LISTENERS = 50;
    private static final String SLOW = "slow";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void shouldStopUnderLoadAndGoOnAtOnce(EmbeddedPlatform platform) throws Exception {
        List<Event> events = Corrected.golden();
        Site site = served(platform);
        site.publish(events);
        try (ChildMonitor child = start(site)) {
            awaitRead(site, child, events.size() / 4);
            try (Stream<String> stream = follow(site)) {
                assertThat(stream.iterator().hasNext()).isTrue();
                assertStopsByItself(child);
            }
        }
        assertGoesOn(site, events);
    }

    /** It cannot say that it leaves: whoever starts again waits until its session is over, so that is short here. */
    @Test
    void shouldStopWhileTheBrokerIsAway(EmbeddedPlatform platform) throws Exception {
        List<Event> events = Corrected.golden();
        Site site = served(platform, directory, Map.of("kafka.consumer.session.timeout.ms", "6000"));
        site.publish(events);
        try (ChildMonitor child = start(site)) {
            awaitRead(site, child, events.size() / 4);
            platform.broker().close();
            try {
                assertStops(child);
            } finally {
                platform.broker().start();
            }
        }
        assertGoesOn(site, events);
    }

    @Test
    void shouldStopWhileABacktestGoesOn(EmbeddedPlatform platform) throws Exception {
        List<Event> events = Corrected.golden();
        Site site = served(platform);
        site.publish(events);
        try (ChildMonitor child = start(site)) {
            awaitRead(site, child, events.size() / 4);
            HttpResponse<String> begun = client.send(
                    HttpRequest.newBuilder(uri(site, "rules/backtest"))
                            .header("Content-Type", "application/yaml")
                            .POST(HttpRequest.BodyPublishers.ofFile(Stories.ruleFile("every-allegation.yaml")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
            assertStopsByItself(child);
        }
        assertGoesOn(site, events);
    }

    @Test
    void shouldStopWithFiftyListeners(EmbeddedPlatform platform) throws Exception {
        Site site = served(platform);
        site.publish(Corrected.golden().subList(0, 100));
        List<Stream<String>> streams = new ArrayList<>();
        try (ChildMonitor child = start(site)) {
            awaitRead(site, child, 50);
            for (int i = 0; i < LISTENERS; i++) {
                streams.add(follow(site));
            }
            List<Iterator<String>> listeners =
                    streams.stream().map(Stream::iterator).toList();
            assertThat(listeners).allMatch(Iterator::hasNext);
            assertStopsByItself(child);
        } finally {
            streams.forEach(Stream::close);
        }
    }

    /** What is there then is no site, and nobody takes it for one. */
    @Test
    void shouldStopInTheMiddleOfTheRestoreOfABackup() throws Exception {
        UpgradeStory story = UpgradeStory.of("0.2.0");
        List<String> restore =
                List.of("backup", "restore", story.backup().toAbsolutePath().toString());
        try (EmbeddedPlatform platform = EmbeddedPlatform.startTemporary(Map.of())) {
            Site site = Site.planned(platform, directory, story.settings());
            Slowness.ofWriter(site, SLOW);
            try (ChildMonitor child = ChildMonitor.command(
                    site, restore, directory.resolve("child.log"), Map.of("kafka.producer.client.id", SLOW))) {
                awaitTopic(site, child);
                assertStopsByItself(child);
            }
            try (ChildMonitor child = start(site)) {
                assertThat(child.await()).as(log()).isEqualTo(Exit.FAILED);
            }
            site.drop();
            UpgradeStory.command(site, restore.toArray(String[]::new));
            try (RunningMonitor running = RunningMonitor.on(site, site.config(), story.rules())) {
                running.awaitIdle();
                Books.assertBalanced(running);
            }
        }
    }

    /** It looks at all of it before it begins: there is nothing to finish yet, so it may as well be ended. */
    @Test
    void shouldStopWhileItReadsItsState() throws Exception {
        List<Event> events = Corrected.golden();
        try (EmbeddedPlatform platform = EmbeddedPlatform.startTemporary(Map.of())) {
            Site site = served(platform);
            site.publish(events);
            try (RunningMonitor running =
                    RunningMonitor.on(site, site.config(), Stories.rules("every-allegation.yaml"))) {
                running.awaitProcessed();
            }
            RunningMonitor.delete(site.config().stateDir());
            Slowness slowness = Slowness.ofReaders(site);
            try (ChildMonitor child = start(site)) {
                awaitListening(site, child);
                assertStops(child);
            } finally {
                slowness.close();
            }
            assertGoesOn(site, events);
        }
    }

    private Site served(EmbeddedPlatform platform) throws IOException {
        return served(platform, directory, Map.of("kafka.consumer.session.timeout.ms", SESSION_MS));
    }

    private static Site served(EmbeddedPlatform platform, Path directory, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("http.port", Integer.toString(freePort()));
        return Site.create(platform, directory, settings);
    }

    /** In time, having done all that is to be done. */
    private void assertStopsByItself(ChildMonitor child) throws InterruptedException {
        assertStops(child);
        assertThat(log()).doesNotContain("did not stop within");
    }

    private void assertStops(ChildMonitor child) throws InterruptedException {
        assertThat(child.isAlive()).as(log()).isTrue();
        long asked = System.nanoTime();
        int exit = child.stop();
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(exit).as(log()).isEqualTo(143);
        assertThat(took).as(log()).isLessThanOrEqualTo(LONGEST);
    }

    private void assertGoesOn(Site site, List<Event> events) throws IOException, InterruptedException {
        try (ChildMonitor child = start(site)) {
            RunningMonitor.awaitProcessed(site, LIMIT);
            assertThat(child.stop()).as(log()).isEqualTo(143);
        }
        new Engine(Stories.rules("every-allegation.yaml"), events).assertSameStanding(site);
    }

    private static URI uri(Site site, String path) {
        return URI.create("http://127.0.0.1:" + site.config().http().port().orElseThrow() + "/api/v1/" + path);
    }

    private Stream<String> follow(Site site) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(site, "alerts/stream"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void awaitListening(Site site, ChildMonitor child) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    assertThat(child.isAlive()).as(log()).isTrue();
                    HttpRequest request = HttpRequest.newBuilder(uri(site, "system/health/ready"))
                            .build();
                    return client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 503;
                });
    }

    private void awaitTopic(Site site, ChildMonitor child) {
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
                assertThat(child.isAlive()).as(log()).isTrue();
                return admin.listTopics().names().get().contains(site.topic(MonitorTopic.ALLEGATIONS));
            });
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
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
