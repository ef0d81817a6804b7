package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.backtest.Backtest;
import org.misconductmonitor.backtest.BacktestResult;
import org.misconductmonitor.backtest.Changes;
import org.misconductmonitor.backtest.Evaluation;
import org.misconductmonitor.backtest.Findings;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.backtest.html.BacktestPage;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.CsvTable;
import org.misconductmonitor.rule.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules backtest}: what rules would have done. */
@Command(
        name = "backtest",
        description = {
            "Says what rules would have raised on a history, and how it ended.",
            "Every event is taken when it became known, its own business time, and nothing later is known by then."
                    + " Precision is the share of flagged cases that were sustained in the end; compare it with the"
                    + " base rate, the same share of all cases.",
            ""
        },
        footerHeading = "%nExit codes: ",
        footer = "0 done, 1 a file is bad, 2 wrong arguments.",
        sortOptions = false)
final class RulesBacktestCommand implements Callable<Integer> {
    @Mixin
    private EventSource source;

    @Mixin
    private PlayedRules rules;

    @Option(
            names = "--baseline",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Rule files to compare with: which alerts the others gain and lose.")
    private List<Path> baseline;

    @Option(
            names = "--findings",
            paramLabel = "FILE.csv",
            description = "Your words for findings, as a table finding,outcome. Default: the usual English ones.")
    private Path findings;

    @Option(names = "--json", description = "Print one JSON object, with every alert that was gained or lost.")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "OUT.html",
            description = "Write a report with charts too, in one file that needs no network.")
    private Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Findings table = findings == null ? Findings.standard() : Findings.of(CsvTable.read(findings));
        RuleSet tried = rules.load();
        RuleSet known = baseline == null ? null : rules.load(baseline);
        List<Event> events = source.read(err);
        long start = System.nanoTime();
        History history = run("backtest", tried, events);
        BacktestResult result = Evaluation.of(history, table);
        BacktestResult before = null;
        Changes changes = null;
        if (known != null) {
            History other = run("baseline", known, events);
            before = Evaluation.of(other, table);
            changes = Changes.between(other, history);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (html != null) {
            Files.writeString(html, BacktestPage.write(source.describe(), result, before, changes));
        }
        print(new BacktestReport(result, before, changes));
        err.printf("%,d events in %.2f s, %,d alerts%n", result.events(), seconds, result.alerts());
        err.flush();
        return Exit.OK;
    }

    private History run(String task, RuleSet ruleSet, List<Event> events) {
        try (Progress progress = Progress.events(task, events.size())) {
            return new Backtest(ruleSet).run(events, rules.until(), progress::step);
        }
    }

    private void print(BacktestReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        out.flush();
    }
}
