package org.misconductmonitor.cli;

import java.util.concurrent.Callable;
import org.apache.kafka.streams.TopologyDescription;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topology}: what the monitor is made of. */
@Command(
        name = "topology",
        description = {
            "Prints how records go through the monitor: topics, steps, stores. Asks neither a cluster nor a registry.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 printed, 1 failed, 2 wrong arguments.",
            "A picture: misconduct-monitor topology --format dot | dot -Tsvg > topology.svg"
        },
        sortOptions = false)
final class TopologyCommand implements Callable<Integer> {
    @Option(
            names = "--format",
            paramLabel = "text|mermaid|dot",
            defaultValue = "TEXT",
            description = "text for reading, mermaid for Markdown pages, dot for Graphviz. Default: text.")
    private TopologyFormat format;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        TopologyDescription description =
                Monitor.topology(config, Rules.load(config)).describe();
        spec.commandLine().getOut().print(format.write(TopologyGraph.of(description)));
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
