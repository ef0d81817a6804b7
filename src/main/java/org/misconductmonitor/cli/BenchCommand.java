package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.bench.Bench;
import org.misconductmonitor.platform.bench.BenchException;
import org.misconductmonitor.platform.bench.BenchOptions;
import org.misconductmonitor.platform.bench.BenchResult;
import org.misconductmonitor.platform.bench.HttpBench;
import org.misconductmonitor.platform.bench.HttpBenchOptions;
import org.misconductmonitor.platform.bench.HttpBenchResult;
import org.misconductmonitor.platform.bench.SyntheticRules;
import org.misconductmonitor.rule.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast it is here. */
@Command(
        name = "bench",
        description = {
            "Measures the monitor on this machine, exactly once, next to a topology that only decodes and forwards the same"
                    + " records, in turns.",
            "It starts a broker and a registry of its own and leaves nothing behind. Compare ratios, not numbers of"
                    + " different machines or days."
        },
        footerHeading = "%nExit codes: ",
        footer = "0 measured, 1 failed or took too long, 2 wrong arguments.")
final class BenchCommand implements Callable<Integer> {
    private static final int RATE = 200;
    private static final int HTTP_RATE = 2_000;

    @Option(
            names = "--events",
            defaultValue = "200000",
            paramLabel = "N",
            description = "Synthetic events of each round. Default: ${DEFAULT-VALUE}.")
    private int events;

    @Option(
            names = "--officers",
            defaultValue = "40000",
            paramLabel = "N",
            description = "Officers they are about, a few of them often. Default: ${DEFAULT-VALUE}.")
    private int officers;

    @Option(
            names = "--late",
            defaultValue = "5",
            paramLabel = "N",
            description = "How many of a thousand allegations come up to a year late. Default: ${DEFAULT-VALUE}.")
    private int late;

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Rule files. Default: the pack that comes with the monitor.")
    private List<Path> rules;

    @Option(names = "--synthetic-rules", paramLabel = "N", description = "So many made-up rules instead of rule files.")
    private Integer syntheticRules;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            paramLabel = "N",
            description = "Measured rounds, after one to warm up. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--http", description = "Measure the HTTP API and the live update instead, while events come in.")
    private boolean http;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second while latency is measured. Default: 200; with --http 2000.")
    private Integer rate;

    @Option(
            names = "--latency-seconds",
            defaultValue = "20",
            paramLabel = "N",
            description = "How long latency is measured. Default: ${DEFAULT-VALUE}.")
    private int latencySeconds;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting of both topologies, such as commit.interval.ms=100.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--limit-minutes",
            defaultValue = "15",
            paramLabel = "N",
            description = "Give up after so long. Default: ${DEFAULT-VALUE}.")
    private int limitMinutes;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Mixin
    private CalendarOption calendar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            String report = http ? http(err) : all(err);
            PrintWriter out = spec.commandLine().getOut();
            out.println(report);
            out.flush();
            return Exit.OK;
        } catch (BenchException e) {
            tell(err, "misconduct-monitor: " + e.getMessage());
            return Exit.FAILED;
        }
    }

    private String http(PrintWriter err) {
        if (syntheticRules != null) {
            throw new ParameterException(spec.commandLine(), "--http takes --rules, not --synthetic-rules");
        }
        HttpBenchOptions options = new HttpBenchOptions(
                Rules.loaded(rules, calendar.load()),
                events,
                officers,
                late,
                rate == null ? HTTP_RATE : rate,
                Duration.ofSeconds(latencySeconds),
                settings,
                Duration.ofMinutes(limitMinutes));
        HttpBenchResult result = new HttpBench(options, step -> tell(err, step)).run();
        return json ? JsonOutput.of(result) : HttpBenchReport.of(result);
    }

    private String all(PrintWriter err) {
        RuleSet chosen =
                syntheticRules == null ? Rules.load(rules, calendar.load()) : SyntheticRules.of(syntheticRules);
        BenchOptions options = new BenchOptions(
                chosen,
                events,
                officers,
                late,
                rounds,
                rate == null ? RATE : rate,
                Duration.ofSeconds(latencySeconds),
                settings,
                Duration.ofMinutes(limitMinutes));
        BenchResult result = new Bench(options, step -> tell(err, step)).run();
        return json ? JsonOutput.of(result) : BenchReport.of(result);
    }

    private static void tell(PrintWriter err, String step) {
        err.println(step);
        err.flush();
    }
}
