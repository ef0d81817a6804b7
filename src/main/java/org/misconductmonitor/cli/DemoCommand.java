package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.RejectedLine;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.Demo;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: everything on this machine. */
@Command(
        name = "demo",
        description = {
            "Starts everything on this machine: a real Kafka broker, a real schema registry, the monitor with its rules;"
                    + " publishes events and prints the alerts as they are raised.",
            "Without --data it plays a synthetic story of five police forces; no real person is in it."
        },
        footerHeading = "%nExit codes: ",
        footer = "0 idle, 1 failed, 2 wrong arguments, 130 stopped by Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
    /** Nobody waits for a demo to be gone: a busy machine gets the time to take away what it has made. */
    private static final long STOPPING_SECONDS = 60;

    private static final String GOLDEN = "golden/golden.jsonl.gz";
    private static final long LOOK_MS = 1000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Events as JSON Lines, plain or gzip, instead of the story.")
    private Path data;

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Rule files instead of the pack that comes with the monitor.")
    private List<Path> rules;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep everything in this directory and go on from there next time. Default: a temporary one.")
    private Path directory;

    @Option(
            names = "--port",
            defaultValue = "8080",
            paramLabel = "N",
            description =
                    "Port of the dashboard and the API on this machine; 0: a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Publish N events a second, so that alerts can be seen arriving. Default: all at once.")
    private Double speed;

    @Option(names = "--until-idle", description = "Stop when all events are processed.")
    private boolean untilIdle;

    @Option(
            names = "--alerts",
            defaultValue = "2",
            paramLabel = "N",
            description = "How many alerts of each rule and level to print in full. Default: ${DEFAULT-VALUE}.")
    private int printed;

    @Mixin
    private CalendarOption calendar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (speed != null && !(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be more than 0, not " + speed);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal stop = new StopSignal(STOPPING_SECONDS);
                Demo demo = Demo.start(directory, Rules.loaded(rules, calendar.load()), calendar.file(), port);
                AlertPrinter printer = AlertPrinter.start(demo.config(), out, printed)) {
            say(out, "broker     %s", demo.config().bootstrapServers());
            say(out, "registry   %s", demo.config().schemaRegistryUrl());
            say(out, "dashboard  %s", demo.url());
            say(
                    out,
                    "vault      %s: seals what people write about people",
                    demo.config().privacy().vault());
            long published = publish(demo.config(), stop);
            say(out, "published  %,d events", published);
            boolean idle = demo.monitor().idleness().await(LIMIT);
            printer.awaitQuiet();
            summary(out, demo.monitor(), printer, idle);
            if (!untilIdle) {
                say(out, "Running. Ctrl-C stops it; events published to the broker above are processed as they come.");
                while (!stop.await(LOOK_MS) && !demo.monitor().hasFailed()) {
                    out.flush();
                }
            }
            return idle && !demo.monitor().hasFailed() ? Exit.OK : Exit.FAILED;
        }
    }

    private long publish(MonitorConfig config, StopSignal stop) throws IOException {
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        String file = data == null ? GOLDEN : data.toString();
        try (Publisher publisher = new Publisher(
                        config.topics().catalog(),
                        ClientProperties.producer(config),
                        serdes,
                        "misconduct-monitor-demo");
                EventReader reader = open()) {
            TextSeal seal = config.privacy().seal().orElseThrow();
            Consumer<Event> taker =
                    speed == null ? publisher::publish : new PacedPublisher(publisher, stop, speed)::publish;
            EventImport events =
                    new EventImport(event -> taker.accept(seal.seal(event)), DemoCommand::refuse, stop::isAsked);
            try {
                events.read(file, reader, bytes -> {});
                publisher.commit();
            } catch (EventImport.StoppedException e) {
                // Ctrl-C: what is open is given up, and the demo ends.
                return events.read();
            }
            return events.read();
        }
    }

    private static void refuse(String file, RejectedLine line) {
        throw new RejectedFileException(file + ": " + line.message());
    }

    private EventReader open() throws IOException {
        if (data != null) {
            if (!Files.isReadable(data)) {
                throw new RejectedFileException(data + " cannot be read: is the path right?");
            }
            return EventReaders.jsonLines(data);
        }
        InputStream golden = DemoCommand.class.getClassLoader().getResourceAsStream(GOLDEN);
        if (golden == null) {
            throw new IllegalStateException(GOLDEN + " is not on the class path: build again with ./mvnw package");
        }
        return EventReaders.jsonLines(golden, GOLDEN);
    }

    private static void summary(PrintWriter out, Monitor monitor, AlertPrinter printer, boolean idle) {
        Map<Accounting.Outcome, Long> totals = monitor.accounts().totals();
        say(out, "");
        say(
                out,
                "read %,d = accepted %,d + duplicate %,d + superseded %,d + dead-lettered %,d",
                totals.get(Accounting.Outcome.READ),
                totals.get(Accounting.Outcome.ACCEPTED),
                totals.get(Accounting.Outcome.DUPLICATE),
                totals.get(Accounting.Outcome.SUPERSEDED),
                totals.get(Accounting.Outcome.DEAD_LETTERED));
        printer.summary();
        if (!idle) {
            say(out, "Not all events were processed within %d minutes.", LIMIT.toMinutes());
        }
    }

    private static void say(PrintWriter out, String format, Object... values) {
        out.printf(format + "%n", values);
        out.flush();
    }
}
