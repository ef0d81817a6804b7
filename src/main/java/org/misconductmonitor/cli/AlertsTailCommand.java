package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.topology.AlertFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts tail}: transitions as they come. */
@Command(
        name = "tail",
        description = {
            "Prints what happens to alerts as it happens, until Ctrl-C: raised, updated, withdrawn, resolved,"
                    + " reviewed, escalated.",
            ""
        },
        footer = {"", "Exit codes: 130 after Ctrl-C, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class AlertsTailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(250);

    @Mixin
    private AlertFilter filter;

    @Option(names = "--from-beginning", description = "First everything that has happened so far.")
    private boolean fromBeginning;

    @Option(names = "--json", description = "Print whole alerts, one JSON object a line.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (StopSignal stop = new StopSignal();
                AlertFeed feed = AlertFeeds.all(connection.load())) {
            if (!fromBeginning) {
                feed.seekToEnd();
            }
            follow(feed, stop::isAsked);
        }
        return Exit.OK;
    }

    void follow(AlertFeed feed, BooleanSupplier stop) {
        PrintWriter out = spec.commandLine().getOut();
        while (!stop.getAsBoolean() && !out.checkError()) {
            feed.poll(POLL).stream()
                    .filter(filter)
                    .forEach(alert -> out.println(json ? AlertJson.write(alert).toString() : AlertStory.line(alert)));
            out.flush();
        }
    }
}
