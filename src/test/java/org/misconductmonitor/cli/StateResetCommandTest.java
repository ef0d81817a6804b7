package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.AlertFeed;

@ExtendWith(SharedPlatform.class)
class StateResetCommandTest {
    private static final String EVENTS =
            Workbench.recorded(1, "O1", "2020-01-01") + Workbench.recorded(2, "O1", "2020-02-01");

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
        bench.run("topics", "create");
        bench.run("import", bench.file("events.jsonl", EVENTS).toString());
    }

    @Test
    void shouldComputeTheSameAlertsAgain() throws Exception {
        bench.process();
        String before = bench.run("alerts", "list", "--json").out();
        String application = bench.config().applicationId();
        String neighbour = application + "-two-officer-events-changelog";
        try (Admin admin = Admin.create(ClientProperties.admin(bench.config()))) {
            admin.createTopics(List.of(new NewTopic(neighbour, 1, (short) 1)))
                    .all()
                    .get();

            assertThat(bench.run("state", "reset").out()).contains("Nothing was changed. To do it: --yes");
            assertThat(topics(admin)).contains(application + "-officer-events-changelog");
            Ran ran = bench.run("state", "reset", "--yes");

            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).contains("Done.", "Left alone, of no store of this release: " + neighbour);
            assertThat(topics(admin))
                    .contains(neighbour)
                    .noneMatch(topic -> topic.startsWith(application + "-") && !topic.equals(neighbour));
            admin.deleteTopics(List.of(neighbour)).all().get();
        }
        assertThat(Files.exists(bench.config().stateDir().resolve(application))).isFalse();
        assertThat(bench.run("alerts", "list").out()).contains("No such alerts stand.");
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(bench.run("topics", "check").exit()).isEqualTo(Exit.OK));

        bench.process();

        assertThat(bench.run("alerts", "list", "--json").out()).isEqualTo(before);
        assertThat(transitions()).extracting(Alert::revision).containsExactly(1, 1);
    }

    @Test
    void shouldEmptyTheOutputWhenAsked() throws Exception {
        bench.process();

        assertThat(bench.run("state", "reset", "--yes", "--delete-output").exit())
                .isEqualTo(Exit.OK);
        assertThat(transitions()).isEmpty();
        bench.process();

        assertThat(transitions()).hasSize(1);
    }

    @Test
    void shouldRefuseWhileAnInstanceRuns() throws Exception {
        try (Monitor monitor = new Monitor(bench.config(), Rules.load(bench.config()))) {
            monitor.start();
            monitor.idleness().await(Duration.ofSeconds(60));

            Ran ran = bench.run("state", "reset", "--yes");

            assertThat(ran.exit()).isEqualTo(Exit.FAILED);
            assertThat(ran.err()).contains("is running: stop every instance first", "Nothing was changed");
            assertThat(monitor.isRunning()).isTrue();
        }
    }

    @Test
    void shouldDeleteNothingOutsideOfTheStateDirectory() {
        bench.set("application.id", "..");

        Ran ran = bench.run("state", "reset", "--yes");

        assertThat(ran.err()).contains("is no name of a directory: nothing is deleted");
        assertThat(directory).exists();
    }

    @Test
    void shouldNotTouchTheTopicsOfAnotherApplication() throws Exception {
        bench.process();
        bench.set("application.id", "mistyped");

        Ran ran = bench.run("state", "reset", "--yes");

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err()).contains("there is nothing to reset", "Are application.id");
        assertThat(bench.run("alerts", "list").out()).contains("1 alert");
    }

    private List<Alert> transitions() {
        try (AlertFeed feed = AlertFeeds.all(bench.config())) {
            return feed.readToEnd();
        }
    }

    private static Set<String> topics(Admin admin) throws Exception {
        return admin.listTopics().names().get();
    }
}
