package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.topology.AlertFeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts list}: what stands. */
@Command(
        name = "list",
        description = {
            "Lists the alerts that stand, the one that fired last first.",
            "Reads the latest revision of every alert from the topic alerts.standing. Whole alerts, with evidence:"
                    + " alerts show, or --json.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when there are none, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class AlertsListCommand implements Callable<Integer> {
    private static final Comparator<Alert> NEWEST_FIRST = Comparator.comparing(Alert::firedAt)
            .reversed()
            .thenComparing(alert -> alert.rule().id())
            .thenComparing(alert -> alert.subject().id())
            .thenComparing(Alert::levelIndex)
            .thenComparing(Alert::alertId);

    @Mixin
    private AlertFilter filter;

    @Option(names = "--all", description = "Also alerts that no longer stand: withdrawn or resolved.")
    private boolean all;

    @Option(names = "--json", description = "Print whole alerts, one JSON object a line.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Collection<Alert> latest;
        try (AlertFeed feed = AlertFeeds.standing(connection.load())) {
            latest = latest(feed.readToEnd());
        }
        List<Alert> chosen = latest.stream()
                .filter(alert -> all || alert.stands())
                .filter(filter)
                .sorted(NEWEST_FIRST)
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            chosen.forEach(alert -> out.println(AlertJson.write(alert)));
        } else if (chosen.isEmpty()) {
            out.println(
                    all ? "There are no such alerts." : "No such alerts stand. With --all: those that did, as well.");
        } else {
            table(chosen).print(out);
            out.printf("%,d %s%n", chosen.size(), chosen.size() == 1 ? "alert" : "alerts");
        }
        out.flush();
        return Exit.OK;
    }

    /** The last one read of each: revisions begin again at 1 after the state was reset. */
    private static Collection<Alert> latest(List<Alert> read) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        read.forEach(alert -> latest.put(alert.alertId(), alert));
        return latest.values();
    }

    static TextTable table(List<Alert> alerts) {
        TextTable table = new TextTable(
                "ALERT",
                "FIRED",
                "LEVEL",
                "RULE",
                "SUBJECT",
                "COUNT",
                "LATEST",
                "STATE",
                "OWNER",
                "OVERDUE",
                "HANDLING");
        for (Alert alert : alerts) {
            table.row(
                    AlertStory.shortId(alert),
                    alert.firedAt().toString(),
                    alert.level(),
                    alert.rule().id() + (alert.rule().shadow() ? " (shadow)" : ""),
                    alert.subject().id(),
                    Integer.toString(alert.count()),
                    alert.transition() + " r" + alert.revision(),
                    alert.life().state() + (alert.life().mutedBy() == null ? "" : " (muted)"),
                    alert.life().owner(),
                    AlertStory.overdue(alert.life()),
                    alert.handling().name());
        }
        return table;
    }
}
