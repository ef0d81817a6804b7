package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.input.CsvMapping;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.TransactionalIds;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: publishes events of files. */
@Command(
        name = "import",
        description = {
            "Publishes events from files to the topics that the monitor reads.",
            "All good lines are published in one transaction: when it fails or is stopped, none of them is. Bad lines"
                    + " are left out and reported with line, field, reason and what to write instead. To publish a"
                    + " file again does no harm: the monitor knows every event by its eventId.",
            "Other publishers' events wait for the end of the transaction, which may take 2 minutes: split files of"
                    + " millions of events.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 every line was good, 1 failed, or bad lines were left out, 2 wrong arguments.",
            "Try it first with --dry-run: it needs neither a cluster nor a registry."
        },
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of events, plain or gzip: JSON Lines, or tables (CSV) with --mapping.")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            description = "Default: csv for names that end in .csv or .csv.gz, jsonl for all others.")
    private ImportFiles.Format format;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML that says which columns of a table become which fields of which events.")
    private Path mapping;

    @Option(
            names = "--dry-run",
            description = "Read and check everything, also whether the schemas can carry it; publish nothing.")
    private boolean dryRun;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write every bad line's place and reason here as JSON Lines, without its content. The first"
                    + " 20 are told on standard error in any case.")
    private Path rejects;

    @Option(
            names = "--pseudonymise",
            description = "The files hold real ids of people (officerId, toOfficerId, supervisorId, handlerId, alias,"
                    + " complainantId): publish pseudonyms made with the site's key (privacy.key.file) instead.")
    private boolean pseudonymise;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MonitorConfig config = connection.load();
        ImportFiles input = new ImportFiles(files, format, mapping == null ? null : CsvMapping.load(mapping));
        long start = System.nanoTime();
        PrintWriter err = spec.commandLine().getErr();
        try (StopSignal stop = new StopSignal()) {
            try (RejectReport report = new RejectReport(err, rejects)) {
                UnaryOperator<Event> edge = edge(config);
                EventImport done = dryRun ? check(input, report, stop) : publish(config, edge, input, report, stop);
                print(ImportSummary.of(done, (System.nanoTime() - start) / 1e9, dryRun));
                return done.rejected() == 0 ? Exit.OK : Exit.FAILED;
            } catch (EventImport.StoppedException e) {
                // The process ends as soon as the signal is closed: nobody else would get to say it.
                err.println("misconduct-monitor: " + e.getMessage());
                err.flush();
                return Exit.FAILED;
            }
        }
    }

    private static EventImport check(ImportFiles input, RejectReport report, StopSignal stop) throws IOException {
        EventAvro avro = new EventAvro();
        return read(new EventImport(avro::write, report, stop::isAsked), input, "check");
    }

    /** What happens to every event before it leaves: real ids go, and people's own words are sealed. */
    private UnaryOperator<Event> edge(MonitorConfig config) {
        UnaryOperator<Event> named = pseudonymise ? config.privacy().keys().pseudonyms()::of : UnaryOperator.identity();
        Optional<TextSeal> seal = config.privacy().seal();
        return event -> {
            Event told = named.apply(event);
            return seal.isPresent() ? seal.get().seal(told) : told;
        };
    }

    private static EventImport publish(
            MonitorConfig config, UnaryOperator<Event> edge, ImportFiles input, RejectReport report, StopSignal stop)
            throws IOException {
        try (ClusterSession session = new ClusterSession(config)) {
            session.topics()
                    .requireExisting(
                            Arrays.stream(Feed.values()).map(EventAvro::topic).toList());
        }
        try (Publisher publisher = new Publisher(
                config.topics().catalog(),
                ClientProperties.producer(config),
                ConfiguredSerdes.from(config.passThrough().serdes()),
                TransactionalIds.imports(config.applicationId()) + input.fingerprint())) {
            EventImport done = read(
                    new EventImport(event -> publisher.publish(edge.apply(event)), report, stop::isAsked),
                    input,
                    "publish");
            publisher.commit();
            return done;
        } catch (KafkaException e) {
            throw new ClusterException("nothing was published: " + Failures.message(e), e);
        }
    }

    private static EventImport read(EventImport target, ImportFiles input, String task) throws IOException {
        try (Progress progress = Progress.bytes(task, input.size())) {
            input.read(target, progress);
        }
        return target;
    }

    private void print(ImportSummary summary) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(summary));
        } else {
            summary.print(out);
        }
        out.flush();
    }
}
