package org.misconductmonitor.cli;

import java.util.concurrent.Callable;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules test}: whether rules do what the tests that they carry say. */
@Command(
        name = "test",
        description = {
            "Runs the tests that rule files carry.",
            "Below 'tests:' they say which facts come in and which alerts are expected. Uses the engine of the running"
                    + " monitor, without a broker."
        },
        footer = {"", "Exit codes: 0 all passed, 1 one failed or a file is wrong, 2 wrong arguments."})
final class RulesTestCommand implements Callable<Integer> {
    @Mixin
    private RulePaths files;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    @Mixin
    private CalendarOption calendar;

    @Spec
    private CommandSpec spec;

    private final RuleTests.Engine engine;

    RulesTestCommand(RuleTests.Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        RuleReport report =
                new RuleReport(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
        try {
            return run(files.load(calendar.load()), report) ? 0 : 1;
        } catch (RuleFileException e) {
            report.refused(e);
            return 1;
        }
    }

    private boolean run(LoadedRules loaded, RuleReport report) {
        int run = 0;
        int failed = 0;
        for (RuleDocument document : loaded.documents()) {
            report.line(document.rule().id() + "  " + document.rule().version() + "  " + document.place());
            if (document.tests().isEmpty()) {
                report.line("  carries no tests; give it some below 'tests:'");
            }
            for (RuleTests.Result result : RuleTests.run(document.rule(), document.tests(), engine)) {
                run++;
                failed += result.passed() ? 0 : 1;
                report.line((result.passed() ? "  passed  " : "  FAILED  ") + result.name());
                result.differences().forEach(difference -> report.line("          " + difference));
                report.test(document, result);
            }
        }
        report.warnings(loaded.warnings());
        report.line(
                failed == 0
                        ? RuleReport.counted(run, "test") + " of "
                                + RuleReport.counted(loaded.documents().size(), "rule") + " passed."
                        : failed + " of " + RuleReport.counted(run, "test") + " failed.");
        report.end(failed == 0);
        return failed == 0;
    }
}
