package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: the engine over files, without a broker. */
@Command(
        name = "replay",
        description = {
            "Feeds events from files to the engine of the running monitor, without a broker, and writes the alerts that"
                    + " stand at the end as JSON Lines, in order of rule, officer, firing time and level.",
            "Time then goes on to the last event, or to --until: deadlines that have passed by then are missed.",
            "The order of the events does not matter for the result; --shuffle shows it."
        },
        footerHeading = "%nExit codes: ",
        footer = "0 done, 1 a file is bad, 2 wrong arguments.")
final class ReplayCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Events as JSON Lines, plain or gzip.")
    private List<Path> events;

    @Mixin
    private PlayedRules rules;

    @Option(
            names = "--alerts",
            paramLabel = "OUT",
            description = "Where to write the alerts; gzip if it ends in .gz. Default: standard output.")
    private Path alerts;

    @Option(
            names = "--shuffle",
            paramLabel = "SEED",
            description = "Let the events arrive in a random order that the number decides.")
    private Long shuffle;

    @Option(names = "--transitions", description = "Write every transition in the order it happens instead.")
    private boolean transitions;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Population population = new Population(rules.load());
        List<Event> arriving = EventFiles.read(events, err);
        Instant until = rules.until();
        if (until != null) {
            arriving.removeIf(event -> event.at().isAfter(until));
        }
        if (shuffle != null) {
            Collections.shuffle(arriving, new Random(shuffle));
        }
        long start = System.nanoTime();
        List<Alert> written = run(population, arriving);
        double seconds = (System.nanoTime() - start) / 1e9;
        write(written);
        err.printf(
                "%,d events in %.2f s (%,.0f a second), %,d alerts%n",
                arriving.size(), seconds, arriving.size() / seconds, written.size());
        err.flush();
        return Exit.OK;
    }

    private List<Alert> run(Population population, List<Event> arriving) {
        List<Alert> happened = new ArrayList<>();
        Instant newest = Instant.MIN;
        try (Progress progress = Progress.events("replay", arriving.size())) {
            for (Event event : arriving) {
                newest = event.at().isAfter(newest) ? event.at() : newest;
                List<Alert> alertsOfEvent = population.accept(event, newest).alerts();
                if (transitions) {
                    happened.addAll(alertsOfEvent);
                }
                progress.step();
            }
        }
        happened.addAll(population.advance(rules.until() == null ? newest : rules.until()));
        return transitions ? happened : population.standing();
    }

    private void write(List<Alert> written) throws IOException {
        if (alerts == null) {
            PrintWriter out = spec.commandLine().getOut();
            written.forEach(alert -> out.println(AlertJson.write(alert)));
            out.flush();
            return;
        }
        try (Writer out = open(alerts)) {
            for (Alert alert : written) {
                out.write(AlertJson.write(alert).toString());
                out.write('\n');
            }
        }
    }

    private static Writer open(Path file) throws IOException {
        return file.toString().endsWith(".gz")
                ? new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)
                : Files.newBufferedWriter(file);
    }
}
