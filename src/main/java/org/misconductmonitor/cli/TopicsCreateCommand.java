package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.TopicFinding;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.TopicSchemas.Registration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "create",
        description = {
            "Creates the topics that are missing, registers their schemas with BACKWARD compatibility, then checks"
                    + " everything. What exists is left as it is, so it can be run again at any time.",
            ""
        },
        footer = {"", "Exit codes: 0 all as it must be, 1 failed or there are differences, 2 wrong arguments."},
        sortOptions = false)
final class TopicsCreateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--no-schemas", description = "Leave the schema registry alone.")
    private boolean noSchemas;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    /** What {@code --json} prints. */
    record Report(
            String bootstrapServers,
            int topics,
            List<String> created,
            List<Registration> schemas,
            List<TopicFinding> differences) {}

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        try (ClusterSession session = new ClusterSession(config)) {
            List<String> created = session.topics().create();
            List<Registration> schemas =
                    noSchemas ? List.of() : TopicSchemas.register(session.catalog(), Registries.registrar(config));
            List<TopicFinding> findings = session.topics().check(config.applicationId());
            print(new Report(config.bootstrapServers(), session.catalog().all().size(), created, schemas, findings));
            return findings.isEmpty() ? Exit.OK : Exit.FAILED;
        }
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(report));
        } else {
            report.created().forEach(name -> out.println("created " + name));
            report.schemas().forEach(schema -> out.printf("schema  %s has id %d%n", schema.subject(), schema.id()));
            out.printf(
                    "%d topics at %s, %d of them new: ",
                    report.topics(), report.bootstrapServers(), report.created().size());
            Findings.print(out, report.differences());
        }
        out.flush();
    }
}
