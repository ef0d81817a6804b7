package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Workbench.Ran;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.topology.AlertFeed;
import picocli.CommandLine;

@ExtendWith(SharedPlatform.class)
class AlertsCommandTest {
    private static final String EVENTS = Workbench.recorded(1, "O1", "2020-01-01")
            + Workbench.recorded(2, "O1", "2020-02-01")
            + Workbench.recorded(3, "O2", "2021-01-01")
            + Workbench.recorded(4, "O2", "2021-02-01")
            + "{\"eventType\":\"WITHDRAWN\",\"eventId\":\"E5\",\"tenantId\":\"t\",\"caseId\":\"C2\",\"allegationId\":\"A2\","
            + "\"officerId\":\"O1\",\"at\":\"2021-03-01T09:00:00Z\"}\n";

    @TempDir
    private Path directory;

    private Workbench bench;

    @BeforeEach
    void prepare(EmbeddedPlatform platform) throws IOException {
        bench = new Workbench(platform, directory);
    }

    @Test
    void shouldListShowAndFollowAlerts() throws Exception {
        bench.run("topics", "create");
        bench.run("import", bench.file("events.jsonl", EVENTS).toString());
        bench.process();

        assertThat(bench.run("alerts", "list").out())
                .contains("2021-02-01T09:00:00Z", "AMBER", "two-in-a-year", "O2", "RAISED r1", "OPEN", "1 alert")
                .doesNotContain("O1");
        assertThat(bench.run("alerts", "list", "--all").out()).contains("WITHDRAWN r2", "2 alerts");
        assertThat(bench.run("alerts", "list", "--since", "2022-01-01T00:00:00Z")
                        .out())
                .contains("No such alerts stand.");
        assertThat(bench.run("alerts", "list", "--officer", "O2", "--level", "amber", "--json")
                        .out())
                .contains("\"officerId\":\"O2\"")
                .hasLineCount(1);

        String id = withdrawnId();
        Ran shown = bench.run("alerts", "show", id.substring(0, 8));
        assertThat(shown.exit()).isEqualTo(Exit.OK);
        assertThat(shown.out())
                .contains("no longer stands (WITHDRAWN)", "Evidence, in order of time", "E1", "A1", "C1")
                .containsSubsequence("Revisions", "RAISED", "WITHDRAWN");
        assertThat(bench.run("alerts", "show", "nothing").err()).contains("There is no alert nothing");

        assertThat(followed()).contains("RAISED ", "WITHDRAWN ");
    }

    @Test
    void shouldSayThatTheTopicIsMissing() {
        Ran ran = bench.run("alerts", "list");

        assertThat(ran.exit()).isEqualTo(Exit.FAILED);
        assertThat(ran.err())
                .contains("there is no topic")
                .contains("topics create")
                .hasLineCount(1);
    }

    private String withdrawnId() {
        String all = bench.run("alerts", "list", "--all", "--officer", "O1", "--json")
                .out();
        return all.replaceAll("(?s).*\"alertId\":\"([0-9a-f]+)\".*", "$1");
    }

    private String followed() {
        StringWriter text = new StringWriter();
        CommandLine tail = new CommandLine(new AlertsTailCommand()).setOut(new PrintWriter(text));
        AlertsTailCommand command = tail.getCommand();
        tail.parseArgs();
        try (AlertFeed feed = AlertFeeds.all(bench.config())) {
            AtomicInteger rounds = new AtomicInteger();
            command.follow(feed, () -> text.toString().lines().count() >= 3 || rounds.incrementAndGet() > 100);
        }
        return text.toString();
    }
}
