package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.TopicFinding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Compares the topics with what the monitor needs, also those that Kafka Streams keeps for it, and prints the"
                    + " command that mends each difference. Changes nothing.",
            ""
        },
        footer = {"", "Exit codes: 0 all as it must be, 1 there are differences, 2 wrong arguments."},
        sortOptions = false)
final class TopicsCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--json", description = "Print the differences as JSON.")
    private boolean json;

    /** What {@code --json} prints. */
    record Report(String bootstrapServers, int topics, List<TopicFinding> differences) {}

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        try (ClusterSession session = new ClusterSession(config)) {
            List<TopicFinding> findings = session.topics().check(config.applicationId());
            Report report = new Report(
                    config.bootstrapServers(), session.catalog().all().size(), findings);
            print(report);
            return findings.isEmpty() ? Exit.OK : Exit.FAILED;
        }
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(report));
        } else {
            out.printf("%d topics at %s: ", report.topics(), report.bootstrapServers());
            Findings.print(out, report.differences());
        }
        out.flush();
    }
}
