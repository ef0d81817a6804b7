package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.DeadLetter;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.DeadLetterPlan;
import org.misconductmonitor.topology.DeadLetterReplay;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters replay}: publishes them again. */
@Command(
        name = "replay",
        description = {
            "Publishes dead letters again to the topics they came from, with their original key, value and headers; to be"
                    + " used when the cause is mended: the schema is registered, the monitor was upgraded.",
            "Each is replayed exactly once, however often this is run: all those chosen and the note that they were go"
                    + " out in one transaction. The others stay and can be replayed later.",
            "The monitor reads and counts a replayed record as a new one. What is still wrong becomes a new dead letter,"
                    + " which can be replayed again.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when nothing was left to do, 1 not all could be, 2 wrong arguments."},
        sortOptions = false)
final class DeadLettersReplayCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Choice choice;

    @Option(names = "--dry-run", description = "Say what would be replayed and change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** Exactly one of them. */
    static final class Choice {
        @Option(names = "--all", description = "All dead letters that were not replayed yet.")
        private boolean all;

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "Those with this reason, such as UNKNOWN_SCHEMA.")
        private Rejection.Reason reason;

        @Option(
                names = "--offset",
                paramLabel = "PARTITION@OFFSET",
                description = "This one, as the first column of 'dead-letters list' names it. Can be repeated.")
        private List<String> positions;

        boolean has(DeadLetter letter) {
            return all
                    || reason != null && reason.name().equals(letter.reason())
                    || positions != null && positions.contains(letter.position());
        }
    }

    /**
     * What {@code --json} prints.
     *
     * @param replayed how many, or would have been
     * @param topics how many by topic
     * @param before chosen, but replayed earlier
     * @param impossible chosen, but not from a topic that the monitor reads
     * @param absent positions where there is no dead letter
     */
    record Report(
            int replayed,
            Map<String, Long> topics,
            long before,
            List<String> impossible,
            List<String> absent,
            boolean dryRun) {}

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        try (DeadLetterBook book = new DeadLetterBook(config.topics().catalog(), ClientProperties.consumer(config))) {
            Report report = dryRun ? report(plan(book)) : replay(config, book);
            print(report);
            return report.impossible().isEmpty() && report.absent().isEmpty() ? Exit.OK : Exit.FAILED;
        }
    }

    private Report replay(MonitorConfig config, DeadLetterBook book) {
        try (DeadLetterReplay replay = new DeadLetterReplay(
                config.topics().catalog(), ClientProperties.producer(config), config.applicationId())) {
            DeadLetterPlan plan = plan(book);
            replay.replay(book, plan.open());
            return report(plan);
        } catch (KafkaException e) {
            throw new ClusterException("nothing was replayed: " + Failures.message(e), e);
        }
    }

    private DeadLetterPlan plan(DeadLetterBook book) {
        book.read();
        return DeadLetterPlan.of(book, choice::has);
    }

    private Report report(DeadLetterPlan plan) {
        return new Report(
                plan.open().size(),
                plan.open().stream()
                        .collect(Collectors.groupingBy(
                                letter -> letter.source().topic(), TreeMap::new, Collectors.counting())),
                plan.before().size(),
                plan.foreign().stream().map(DeadLetter::position).toList(),
                Objects.requireNonNullElse(choice.positions, List.<String>of()).stream()
                        .filter(position -> !plan.names(position))
                        .toList(),
                dryRun);
    }

    private void print(Report report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(report));
        } else {
            out.printf("%,d %s%n", report.replayed(), dryRun ? "would be replayed" : "replayed");
            report.topics().forEach((topic, count) -> out.printf("%,9d  to %s%n", count, topic));
            if (report.before() > 0) {
                out.printf("%,d had been replayed before and were left alone%n", report.before());
            }
            report.impossible()
                    .forEach(position -> out.println(position + " does not come from a topic that this monitor reads;"
                            + " is topics.prefix right?"));
            report.absent()
                    .forEach(position -> out.println("there is no dead letter at " + position
                            + "; the first column of 'dead-letters list' names them"));
        }
        out.flush();
    }
}
