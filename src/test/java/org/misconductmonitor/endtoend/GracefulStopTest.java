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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;

/** Told to stop in the middle of its work, with a client that listens: it is gone within ten seconds. */
@ExtendWith(SharedPlatform.class)
class GracefulStopTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Longer than the test is patient: whoever starts again must not have to wait for the end of the old session. */
    private static final String SESSION_MS = "600000";

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path directory;

    @Test
    void shouldStopUnderLoadAndGoOnAtOnce(EmbeddedPlatform platform) throws Exception {
        int port = freePort();
        List<Event> events = Corrected.golden();
        Site site = Site.create(
                platform,
                directory,
                Map.of("http.port", Integer.toString(port), "kafka.consumer.session.timeout.ms", SESSION_MS));
        site.publish(events);
        try (ChildMonitor child = start(site)) {
            awaitRead(site, child, events.size() / 4);
            try (Stream<String> stream = follow(port)) {
                assertThat(stream.iterator().hasNext()).isTrue();
                long asked = System.nanoTime();
                int exit = child.stop();
                Duration took = Duration.ofNanos(System.nanoTime() - asked);
                assertThat(exit).as(log()).isEqualTo(143);
                assertThat(took).as(log()).isLessThanOrEqualTo(LONGEST);
                assertThat(log()).doesNotContain("did not stop within");
            }
        }
        try (ChildMonitor child = start(site)) {
            RunningMonitor.awaitProcessed(site, LIMIT);
            assertThat(child.stop()).as(log()).isEqualTo(143);
        }
        RuleSet rules = Stories.rules("every-allegation.yaml");
        new Engine(rules, events).assertSameStanding(site);
    }

    private static Stream<String> follow(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/alerts/stream"))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
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
