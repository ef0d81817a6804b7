package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.query.CurrentRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules list}: what is in force. */
@Command(
        name = "list",
        description = {
            "Lists the rules in force: those that the monitor of this configuration starts with, and over them what was"
                    + " published.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class RulesListCommand implements Callable<Integer> {
    @Option(names = "--all", description = "Also rules that are retired.")
    private boolean all;

    @Option(names = "--json", description = "Print one JSON array, for programs.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** What {@code --json} prints of a rule. */
    record Row(
            String id,
            String version,
            String status,
            String kind,
            String title,
            String publishedAt,
            String publishedBy,
            String comment) {}

    @Override
    public Integer call() {
        CurrentRules current = RulesInUse.read(connection.load());
        List<Row> rows = current.all().stream()
                .filter(entry -> all || !entry.retired())
                .map(RulesListCommand::row)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(rows));
        } else {
            TextTable table = new TextTable("RULE", "VERSION", "STATUS", "KIND", "PUBLISHED", "BY", "TITLE");
            rows.forEach(row -> table.row(
                    row.id(),
                    row.version(),
                    row.status(),
                    row.kind(),
                    row.publishedAt(),
                    row.publishedBy(),
                    row.title()));
            table.print(out);
            out.println(RuleReport.counted(rows.size(), "rule"));
        }
        out.flush();
        current.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        return Exit.OK;
    }

    private static Row row(CurrentRules.Entry entry) {
        return new Row(
                entry.rule().id(),
                entry.rule().version(),
                entry.retired() ? "retired" : RuleReport.status(entry.rule()),
                entry.rule().condition().kind(),
                entry.rule().title(),
                entry.publishedAt() == null ? null : entry.publishedAt().toString(),
                entry.publishedBy(),
                entry.comment());
    }
}
