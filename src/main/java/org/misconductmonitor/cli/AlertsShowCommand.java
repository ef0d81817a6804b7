package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.topology.AlertFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code alerts show}: one alert with everything about it. */
@Command(
        name = "show",
        description = {
            "Shows one alert whole: its sentence, the evidence as a time line, and every revision with its reason.",
            "Reads the topic alerts from its beginning.",
            ""
        },
        footer = {"", "Exit codes: 0 shown, 1 there is no such alert, or failed, 2 wrong arguments."},
        sortOptions = false)
final class AlertsShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ALERT_ID", description = "The id, or as much of its beginning as no other alert has.")
    private String id;

    @Option(names = "--json", description = "Print every revision, whole, one JSON object a line.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Alert> revisions = new ArrayList<>();
        try (AlertFeed feed = AlertFeeds.all(connection.load())) {
            feed.readToEnd(alert -> {
                if (alert.alertId().startsWith(id)) {
                    revisions.add(alert);
                }
            });
        }
        Set<String> ids = revisions.stream().map(Alert::alertId).collect(Collectors.toCollection(TreeSet::new));
        if (ids.size() != 1) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    ids.isEmpty()
                            ? "There is no alert " + id + ". All there are: alerts list --all"
                            : ids.size() + " alerts begin with " + id + ", give more of the id: "
                                    + String.join(", ", ids));
            err.flush();
            return Exit.FAILED;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            revisions.forEach(alert -> out.println(AlertJson.write(alert)));
        } else {
            AlertStory.print(out, revisions);
        }
        out.flush();
        return Exit.OK;
    }
}
