package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/**
 * A state directory without a byte left: the instance says so, and what it published stands. Its file system is in
 * memory and seen by the process alone, which takes a kernel that lets everybody have one.
 */
@ExtendWith(SharedPlatform.class)
class DiskFullTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final String SIZE = "48m";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void shouldSayThatTheDiskIsFullAndGoOnWithRoom(EmbeddedPlatform platform) throws Exception {
        Path state = Files.createDirectory(directory.resolve("state"));
        assumeThat(canMount(state)).as("a file system of one's own").isTrue();
        List<Event> events = Corrected.golden();
        int port = freePort();
        Site site =
                Site.create(platform, directory, Map.of("http.port", Integer.toString(port), "state.dir.free", "1MiB"));
        site.publish(events.subList(0, events.size() / 2));
        try (ChildMonitor child = ChildMonitor.inside(
                List.of("unshare", "-r", "-m", "sh", "-c", mount(state) + " && exec \"$@\"", "sh"),
                site,
                Stories.ruleFile("every-allegation.yaml"),
                directory.resolve("child.log"))) {
            RunningMonitor.awaitProcessed(site, LIMIT);
            fill(Path.of("/proc/" + child.pid() + "/root" + state.toAbsolutePath()));
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(ready(port))
                    .contains("less than state.dir.free"));

            site.publish(events.subList(events.size() / 2, events.size()));
            // It goes on for as long as memory holds what is not on the disk, or ends: nobody can say which.
            child.stop();
            assertThat(child.isAlive()).isFalse();
        }
        try (RunningMonitor running = RunningMonitor.on(site, site.config(), Stories.rules("every-allegation.yaml"))) {
            running.awaitIdle();
            Books.assertBalanced(running);
        }
        new Engine(Stories.rules("every-allegation.yaml"), events).assertSameStanding(site);
    }

    private static String mount(Path state) {
        return "mount -t tmpfs -o size=" + SIZE + " state '" + state.toAbsolutePath() + "'";
    }

    private static boolean canMount(Path state) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("unshare", "-r", "-m", "sh", "-c", mount(state))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void fill(Path state) throws IOException {
        byte[] block = new byte[4096];
        assertThat(state).isNotEmptyDirectory();
        try (OutputStream out = Files.newOutputStream(state.resolve("ballast"))) {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(block);
            }
            throw new IllegalStateException("it has more room than it was given");
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    private String ready(int port) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/system/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
