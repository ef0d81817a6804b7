package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.misconductmonitor.backtest.Backtest;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.backtest.fairness.Characteristics;
import org.misconductmonitor.backtest.fairness.Fairness;
import org.misconductmonitor.backtest.fairness.FairnessFigures;
import org.misconductmonitor.backtest.fairness.GroupFigures;
import org.misconductmonitor.backtest.fairness.RateRatio;
import org.misconductmonitor.backtest.html.FairnessPage;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.CsvTable;
import org.misconductmonitor.rule.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules fairness}: whether rules fall on groups alike. */
@Command(
        name = "fairness",
        description = {
            "Says how often each level of each rule fell on each group of officers, and how that compares.",
            "Characteristics come from a file of their own that names every officer of the force. They enter no event,"
                    + " rule or topic, and no officer is named in what is printed. Numbers below five are left out, and"
                    + " with them those from which they could be worked out.",
            ""
        },
        footerHeading = "%nExit codes: ",
        footer = "0 done, 1 a file is bad, 2 wrong arguments.",
        sortOptions = false)
final class RulesFairnessCommand implements Callable<Integer> {
    @Mixin
    private EventSource source;

    @Option(
            names = "--characteristics",
            required = true,
            paramLabel = "FILE.csv",
            description = "A table: officerId, then a column for each characteristic, such as sex or ethnicity.")
    private Path characteristics;

    @Option(
            names = "--reference",
            paramLabel = "CHARACTERISTIC=GROUP",
            description = "The group to compare the others with. Default: the largest. Can be repeated.")
    private Map<String, String> references = new LinkedHashMap<>();

    @Mixin
    private PlayedRules rules;

    @Option(names = "--json", description = "Print one JSON array.")
    private boolean json;

    @Option(names = "--html", paramLabel = "OUT.html", description = "Write a report of one file too.")
    private Path html;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Characteristics groups = Characteristics.of(CsvTable.read(characteristics));
        RuleSet tried = rules.load();
        List<Event> events = source.read(spec.commandLine().getErr());
        History history;
        try (Progress progress = Progress.events("fairness", events.size())) {
            history = new Backtest(tried).run(events, rules.until(), progress::step);
        }
        List<FairnessFigures> figures = Fairness.of(history, groups, references);
        if (html != null) {
            Files.writeString(html, FairnessPage.write(source.describe(), figures));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(figures));
        } else {
            print(figures, out);
        }
        out.flush();
        return Exit.OK;
    }

    private static void print(List<FairnessFigures> figures, PrintWriter out) {
        TextTable table = new TextTable(
                "RULE", "LEVEL", "CHARACTERISTIC", "GROUP", "OFFICERS", "SELECTED", "RATE", "RATIO", "95% INTERVAL");
        for (FairnessFigures level : figures) {
            level.groups()
                    .forEach(group -> table.row(
                            level.ruleId(),
                            level.level(),
                            level.characteristic(),
                            group.group(),
                            "%,d".formatted(group.officers()),
                            group.selected() == null ? "left out" : "%,d".formatted(group.selected()),
                            group.rate() == null ? null : "%.1f%%".formatted(100 * group.rate()),
                            ratio(group),
                            interval(group.ratio())));
        }
        table.print(out);
        out.println();
        out.println("RATIO: of the rate to that of the reference group. ! below 0.8 or above 1.25: ask why. An interval"
                + " around 1 may be chance.");
    }

    private static String ratio(GroupFigures group) {
        if (group.reference()) {
            return "reference";
        }
        return group.ratio() == null ? null : "%.2f%s".formatted(group.ratio().ratio(), group.stands() ? " !" : "");
    }

    private static String interval(RateRatio ratio) {
        return ratio == null ? null : "%.2f - %.2f".formatted(ratio.low(), ratio.high());
    }
}
