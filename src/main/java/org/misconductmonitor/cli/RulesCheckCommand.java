package org.misconductmonitor.cli;

import java.util.concurrent.Callable;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules check}: whether rule files load, and as what. */
@Command(
        name = "check",
        description = {
            "Says whether rule files are right, and what to mend.",
            "Reads them as the monitor does and shows the rules with their versions, or every error with its place and"
                    + " what to write instead. Runs no tests."
        },
        footer = {"", "Exit codes: 0 all are right, 1 one is not, 2 wrong arguments."})
final class RulesCheckCommand implements Callable<Integer> {
    @Mixin
    private RulePaths files;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Mixin
    private CalendarOption calendar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RuleReport report =
                new RuleReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        try {
            LoadedRules loaded = files.load(calendar.load());
            show(loaded, report);
            return 0;
        } catch (RuleFileException e) {
            report.refused(e);
            return 1;
        }
    }

    private static void show(LoadedRules loaded, RuleReport report) {
        int width = loaded.documents().stream()
                .mapToInt(document -> document.rule().id().length())
                .max()
                .orElse(0);
        for (RuleDocument document : loaded.documents()) {
            Rule rule = document.rule();
            report.line("%s  %s  %-9s  %-6s  %s  %s"
                    .formatted(
                            rule.id() + " ".repeat(width - rule.id().length()),
                            rule.version(),
                            rule.condition().kind(),
                            RuleReport.status(rule),
                            RuleReport.counted(document.tests().size(), "test"),
                            document.place()));
            report.rule(document);
        }
        report.warnings(loaded.warnings());
        report.line(RuleReport.counted(loaded.documents().size(), "rule") + " read, "
                + RuleReport.counted(loaded.warnings().size(), "warning") + ", no errors.");
        report.end(true);
    }
}
