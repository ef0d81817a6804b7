package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.RuleFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules diff}: what publishing rule files would change. */
@Command(
        name = "diff",
        description = {
            "Shows what publishing rule files would change in the rules in force. Changes nothing.",
            "For what that would do to alerts see 'rules backtest'.",
            ""
        },
        footer = {"", "Exit codes: 0 nothing would change, 1 something would or a file is wrong, 2 wrong arguments."},
        sortOptions = false)
final class RulesDiffCommand implements Callable<Integer> {
    @Mixin
    private RulePaths files;

    @Option(names = "--json", description = "Print one JSON array, for programs.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** What {@code --json} prints of a rule. */
    record Row(String id, String change, String before, String now, List<String> diff) {}

    @Override
    public Integer call() {
        List<RuleChanges.Change> changes;
        try {
            MonitorConfig config = connection.load();
            changes =
                    RuleChanges.of(files.load(Calendars.load(config.calendar())).documents(), RulesInUse.read(config));
        } catch (RuleFileException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Exit.FAILED;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    JsonOutput.of(changes.stream().map(RulesDiffCommand::row).toList()));
        } else {
            changes.forEach(change -> show(change, out));
        }
        out.flush();
        return changes.stream().allMatch(change -> change.kind() == RuleChanges.Kind.SAME) ? Exit.OK : Exit.FAILED;
    }

    private static void show(RuleChanges.Change change, PrintWriter out) {
        out.printf("%s  %s  %s%n", change.document().rule().id(), change.kind().word(), change.versions());
        if (change.kind() != RuleChanges.Kind.SAME) {
            change.lines().forEach(line -> out.println("    " + TextTable.printable(line)));
        }
    }

    private static Row row(RuleChanges.Change change) {
        return new Row(
                change.document().rule().id(),
                change.kind().word(),
                change.before() == null ? null : change.before().rule().version(),
                change.document().rule().version(),
                change.lines());
    }
}
