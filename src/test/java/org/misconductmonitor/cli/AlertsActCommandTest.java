package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

/** Reviewers at the command line, with a monitor that runs, stops and runs again. */
@ExtendWith(SharedPlatform.class)
class AlertsActCommandTest {
    private static final String EVENTS = Workbench.recorded(1, "O1", "2020-01-01")
            + Workbench.recorded(2, "O1", "2020-02-01")
            + Workbench.recorded(3, "O2", "2021-01-01")
            + Workbench.recorded(4, "O2", "2021-02-01");

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
    }

    @Test
    void shouldActOnAlertsAndTellOfConflicts() throws IOException {
        bench.run("topics", "create");
        bench.run("import", bench.file("events.jsonl", EVENTS).toString());
        String first;
        String second;
        try (Monitor monitor = running()) {
            first = id("O1");
            second = id("O2");
            assertThat(bench.run("alerts", "act", first.substring(0, 12), second, "acknowledge", "--by", "R1"))
                    .isEqualTo(new Ran(
                            Exit.OK,
                            "%s is ACKNOWLEDGED, revision 2%n%s is ACKNOWLEDGED, revision 2%n".formatted(first, second),
                            ""));

            Ran late = bench.run(
                    "alerts", "act", first, "close", "--outcome", "false-positive", "--reason", "x", "--revision", "1");
            assertThat(late.exit()).isEqualTo(Exit.FAILED);
            assertThat(late.err()).contains(first + ": CONFLICT: the alert has changed since revision 1", "revision 2");
            assertThat(bench.run("alerts", "act", first, "assign", "--owner", "R9", "--by", "R1")
                            .exit())
                    .isEqualTo(Exit.OK);
            assertThat(monitor.isRunning()).isTrue();
        }

        Ran unanswered = bench.run(
                "alerts", "act", second, "close", "--outcome", "NO_ACTION_NEEDED", "--reason", "known", "--wait", "1");
        assertThat(unanswered.exit()).isEqualTo(Exit.FAILED);
        assertThat(unanswered.err()).contains("no answer within 1 s; is the monitor running?");

        try (Monitor monitor = running()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> bench.run("alerts", "list", "--open").out().contains("1 alert"));
            assertThat(monitor.isRunning()).isTrue();
        }
        assertThat(bench.run("alerts", "list", "--open").out()).contains("R9", "ACKNOWLEDGED", "1 alert");
        assertThat(bench.run("alerts", "list", "--state", "no-action-needed").out())
                .contains("O2", "1 alert");
        assertThat(bench.run("alerts", "list", "--owner", "R8").out()).contains("No such alerts stand.");
        assertThat(bench.run("alerts", "show", first).out())
                .contains("State     ACKNOWLEDGED", "Owner     R9", "ACKNOWLEDGE by R1", "ASSIGN by R1");
        assertThat(bench.run("alerts", "show", second, "--json").out())
                .contains("\"state\":\"NO_ACTION_NEEDED\",\"stateReason\":\"known\"", "\"quiet\":\"REVIEW\"");
    }

    @Test
    void shouldSayWhatIsMissingBeforeAnythingIsSent() throws IOException {
        bench.run("topics", "create");
        bench.run("import", bench.file("events.jsonl", EVENTS).toString());
        try (Monitor monitor = running()) {
            assertThat(monitor.hasFailed()).isFalse();
        }

        Ran noReason = bench.run("alerts", "act", id("O1"), "close", "--outcome", "ACTION_TAKEN");
        assertThat(noReason.exit()).isEqualTo(Exit.USAGE);
        assertThat(noReason.err()).contains("CLOSE needs a reason");
        Ran noAction = bench.run("alerts", "act", id("O1"), "finish");
        assertThat(noAction.exit()).isEqualTo(Exit.USAGE);
        assertThat(noAction.err()).contains("'finish' is none: acknowledge, assign,");
        Ran noAlert = bench.run("alerts", "act", "zzz", id("O1"), "acknowledge");
        assertThat(noAlert.exit()).isEqualTo(Exit.FAILED);
        assertThat(noAlert.err()).contains("There is no alert zzz.", "Nothing was done.");
        assertThat(bench.run("alerts", "list", "--json").out()).doesNotContain("ACKNOWLEDGED");
    }

    private Monitor running() {
        Monitor monitor = new Monitor(bench.config(), Rules.load(bench.config().rules()));
        monitor.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> bench.run("alerts", "list", "--json").out().lines().count() == 2);
        return monitor;
    }

    private String id(String officer) {
        List<String> lines = bench.run("alerts", "list", "--officer", officer, "--json")
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(1);
        return lines.get(0).replaceAll(".*\"alertId\":\"([0-9a-f]+)\".*", "$1");
    }
}
