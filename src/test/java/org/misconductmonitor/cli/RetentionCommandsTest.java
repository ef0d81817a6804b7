package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Whether cases have to be kept: what falls due, what is decided, and what the monitor makes of it. */
@ExtendWith(SharedPlatform.class)
class RetentionCommandsTest {
    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void publish(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
        assertThat(bench.run("topics", "create").exit()).isZero();
        Path events = bench.file("events.jsonl", """
                {"eventType":"RECORDED","eventId":"e1","officerId":"o1","caseId":"c1","allegationId":"a1","group":"SEXUAL","recordedAt":"2009-01-01T00:00:00Z"}
                {"eventType":"CASE_CLOSED","eventId":"e2","officerId":"o1","caseId":"c1","at":"2010-01-01T00:00:00Z"}
                {"eventType":"RECORDED","eventId":"e3","officerId":"o1","caseId":"c2","allegationId":"a2","group":"SEXUAL","recordedAt":"2009-03-01T00:00:00Z"}
                {"eventType":"CASE_CLOSED","eventId":"e4","tenantId":"north","officerId":"o2","caseId":"c3","at":"2020-01-01T00:00:00Z"}
                """);
        assertThat(bench.run("import", events.toString()).exit()).isZero();
    }

    @Test
    void shouldListWhatFallsDueAndWriteDownWhoLooked() {
        Ran due = bench.run("privacy", "reviews", "--due", "--until", "2024-01-01T00:00:00Z", "--by", "R1");

        assertThat(due.exit()).as(due.err()).isZero();
        assertThat(due.out())
                .contains("2016-01-01T00:00:00Z", "o1", "c1", "CASE_CLOSED 2010-01-01", "1 to be reviewed")
                .doesNotContain("c2", "c3");
        assertThat(bench.run("privacy", "reviews", "--due", "--until", "2026-01-01T00:00:00Z", "--tenant", "north")
                        .out())
                .contains("c3", "1 to be reviewed")
                .doesNotContain("c1");
        assertThat(bench.run("audit", "list", "--csv").out())
                .containsPattern("CONSULTATION\",\"R1\",\"\",\"default\",\"o1\",\"retention\",\"\",\"1\"");
    }

    @Test
    void shouldRecordADecisionOnce() {
        String[] decision = decide("c1", "RETAIN", "CIVIL_CLAIM", "--until", "2099-01-01T00:00:00Z");
        String[] dry = Arrays.copyOf(decision, decision.length + 1);
        dry[decision.length] = "--dry-run";

        assertThat(bench.run(dry).out()).contains("Would record", "RETAIN case c1 of o1, 2 facts");
        assertThat(bench.run("privacy", "reviews").out()).contains("0 decisions");
        Ran first = bench.run(decision);
        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(bench.run(decision).out()).contains("recorded before");

        assertThat(bench.run("privacy", "reviews").out())
                .contains("RETAIN", "2099-01-01T00:00:00Z", "CIVIL_CLAIM", "R1", "1 decisions");
        assertThat(bench.run("privacy", "reviews", "--due", "--until", "2024-01-01T00:00:00Z")
                        .out())
                .contains("0 to be reviewed");
        assertThat(bench.run("audit", "list", "--operation", "ALTERATION", "--csv")
                        .out()
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("\"R1\"", "\"o1\",\"retention\",\"c1\",\"2\"", "ASKED", "RETAIN");
    }

    @Test
    void shouldTakeARestrictedCaseOutOfEveryCountAndStillAskForItsNextReview() {
        try (Monitor monitor = new Monitor(bench.config(), Rules.load(bench.config()))) {
            monitor.start();
            awaitAlert(true);

            Ran restricted = bench.run(decide("c1", "RESTRICT", "DISPUTED"));

            assertThat(restricted.exit()).as(restricted.err()).isZero();
            awaitAlert(false);
        }
        assertThat(bench.run("privacy", "reviews", "--due", "--until", "2040-01-01T00:00:00Z")
                        .out())
                .contains("RETENTION_REVIEWED", "RESTRICT DISPUTED");
    }

    private static String[] decide(String caseId, String decision, String reason, String... more) {
        List<String> words = new ArrayList<>(List.of("privacy", "decide", "--officer", "o1", "--by", "R1"));
        words.addAll(List.of("--case", caseId, "--decision", decision, "--reason", reason));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private void awaitAlert(boolean stands) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> bench.run("alerts", "list").out().contains("two-in-a-year") == stands);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertThat(bench.run(decide("c9", "ERASE", "OLD")))
                .matches(ran -> ran.exit() == Exit.FAILED && ran.out().contains("Nothing is kept of case c9"));
        assertThat(bench.run(decide("c1", "RETAIN", "he said so")))
                .matches(ran -> ran.exit() == Exit.USAGE && ran.err().contains("privacy.vault"));
        assertThat(bench.run(decide("c1", "ERASE", "OLD", "--until", "2099-01-01T00:00:00Z")))
                .matches(ran -> ran.exit() == Exit.USAGE && ran.err().contains("--until is for RETAIN"));
        assertThat(bench.run("audit", "list").out()).contains("0 entries");
    }
}
