package org.misconductmonitor.cli;

import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.PublishedTable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code report}: one command for each published table, one for all of them. */
@Command(
        name = "report",
        description = {
            "Counts cases, allegations, people, reports and more as they were known on any date, with every correction"
                    + " made by then.",
            ""
        },
        synopsisSubcommandLabel = "list|all|TABLE")
final class ReportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine create() {
        CommandLine report = new CommandLine(new ReportCommand())
                .addSubcommand(new ReportListCommand())
                .addSubcommand(new ReportAllCommand());
        for (PublishedTable table : Catalogue.tables()) {
            CommandLine one = new CommandLine(new ReportTableCommand(table));
            one.getCommandSpec().usageMessage().description(table.title() + ".", table.counts(), "");
            report.addSubcommand(table.id(), one);
        }
        return report;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which table? report list shows them; or: report all");
    }
}
