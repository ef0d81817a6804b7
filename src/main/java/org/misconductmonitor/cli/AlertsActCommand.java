package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Refusal;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.ReviewDesk;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code alerts act}: what a reviewer does with alerts. */
@Command(
        name = "act",
        description = {
            "Acts on alerts as a reviewer, and waits until the running monitor has taken the action or refused it.",
            "Actions: acknowledge, assign, comment, start-review, plan-intervention, snooze, close, reopen,"
                    + " attach-statement.",
            ""
        },
        footer = {
            "",
            "Such as: alerts act 4f2a close --outcome NO_ACTION_NEEDED --reason 'one incident, reported twice'",
            "",
            "Exit codes: 0 all taken, 1 one of them refused or not answered, 2 wrong arguments."
        },
        sortOptions = false)
final class AlertsActCommand implements Callable<Integer> {
    @Parameters(
            arity = "2..*",
            hideParamSyntax = true,
            paramLabel = "ALERT_ID... ACTION",
            description = "One or more ids, or as much of their beginning as no other alert has; then what to do.")
    private List<String> words;

    @Mixin
    private ReviewOptions options;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for the monitor, 30 if not given.")
    private int wait = 30;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ReviewAction.Kind kind = kind(words.get(words.size() - 1));
        MonitorConfig config = connection.load();
        Map<String, Alert> chosen = choose(config, words.subList(0, words.size() - 1));
        if (chosen.isEmpty()) {
            return Exit.FAILED;
        }
        List<ReviewAction> actions = chosen.values().stream()
                .map(alert -> options.action(kind, alert))
                .toList();
        actions.get(0).incomplete(Instant.now()).map(Refusal::message).ifPresent(this::wrong);
        ConfiguredSerdes serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        try (ReviewDesk desk = new ReviewDesk(
                config.topics().catalog(),
                ClientProperties.producer(config),
                ClientProperties.consumer(config),
                serdes,
                config.privacy().seal())) {
            return report(actions, desk.act(actions, Duration.ofSeconds(wait)));
        }
    }

    private ReviewAction.Kind kind(String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(ReviewAction.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "the last word must be an action, and '" + word + "' is none: "
                                + Arrays.stream(ReviewAction.Kind.values())
                                        .map(kind -> kind.name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                        .collect(Collectors.joining(", "))));
    }

    /** The latest revision of each; none if one of the ids names no alert, or several, which is told. */
    private Map<String, Alert> choose(MonitorConfig config, List<String> ids) {
        Map<String, Alert> latest = new LinkedHashMap<>();
        try (AlertFeed feed = AlertFeeds.standing(config)) {
            feed.readToEnd(alert -> latest.put(alert.alertId(), alert));
        }
        Map<String, Alert> chosen = new LinkedHashMap<>();
        PrintWriter err = spec.commandLine().getErr();
        for (String id : ids) {
            Set<String> found = latest.keySet().stream()
                    .filter(known -> known.startsWith(id))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (found.size() != 1) {
                err.println(
                        found.isEmpty()
                                ? "There is no alert " + id + ". All there are: alerts list --all. Nothing was done."
                                : found.size() + " alerts begin with " + id + ", give more of the id: "
                                        + String.join(", ", found) + ". Nothing was done.");
                err.flush();
                return Map.of();
            }
            found.forEach(known -> chosen.put(known, latest.get(known)));
        }
        return chosen;
    }

    private int report(List<ReviewAction> actions, Map<String, ReviewOutcome> outcomes) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int exit = Exit.OK;
        for (ReviewAction action : actions) {
            ReviewOutcome outcome = outcomes.get(action.actionId());
            if (outcome != null && outcome.result() == ReviewOutcome.Result.APPLIED) {
                out.printf("%s is %s, revision %d%n", action.alertId(), outcome.state(), outcome.revision());
                continue;
            }
            exit = Exit.FAILED;
            err.println(action.alertId() + ": " + (outcome == null ? unanswered() : refused(outcome)));
        }
        out.flush();
        err.flush();
        return exit;
    }

    private static String refused(ReviewOutcome outcome) {
        Refusal refusal = outcome.refusal();
        return refusal == null ? outcome.result().name() : refusal.reason() + ": " + refusal.message();
    }

    private String unanswered() {
        return "no answer within " + wait + " s; is the monitor running? The action is in the log and is judged when it"
                + " runs: look with alerts show before you send it again";
    }

    private void wrong(String message) {
        throw new ParameterException(spec.commandLine(), message);
    }
}
