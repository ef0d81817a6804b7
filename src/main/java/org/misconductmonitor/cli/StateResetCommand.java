package org.misconductmonitor.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.ResetPlan;
import org.misconductmonitor.platform.StateReset;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code state reset}: start over from the inputs. */
@Command(
        name = "reset",
        description = {
            "Deletes what the monitor has computed, so that the next 'run' computes it again from the input topics.",
            "Deletes the stores on this machine, the changelogs and the offsets of this application.id, and empties the"
                    + " topics handovers, contributions, alerts.standing and statistics, which are computed again. Never"
                    + " touches inputs, rules, reviews or the audit trail.",
            "The same alerts stand afterwards, but the topic alerts gets them once more: RAISED from revision 1, with the"
                    + " same ids as long as rules and order of arrival are the same. An alert that a changed rule no"
                    + " longer raises gets no WITHDRAWN there. --delete-output empties that topic instead.",
            "Stop every instance first. When several machines run the monitor, do it on each of them before you start"
                    + " any: each has stores of its own.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 refused or failed, 2 wrong arguments."},
        sortOptions = false)
final class StateResetCommand implements Callable<Integer> {
    @Option(names = "--yes", description = "Do it without asking. Without a terminal it is only done with --yes.")
    private boolean yes;

    @ArgGroup
    private Output output = new Output();

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** One of them. */
    static final class Output {
        @Option(
                names = "--keep-output",
                description = "Keep the topics alerts and dead-letters as they are. The default.")
        private boolean keep;

        @Option(
                names = "--delete-output",
                description = "Empty alerts and dead-letters, too: their readers begin anew.")
        private boolean delete;
    }

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        PrintWriter out = spec.commandLine().getOut();
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            StateReset reset = new StateReset(config, admin);
            ResetPlan plan = reset.plan(output.delete);
            explain(config, plan, out);
            if (!yes && !isConfirmed()) {
                out.println("Nothing was changed. To do it: --yes");
                out.flush();
                return Exit.FAILED;
            }
            reset.execute(plan);
            out.println("Done. The next 'run' reads all input topics from the beginning.");
            out.flush();
            return Exit.OK;
        }
    }

    private void explain(MonitorConfig config, ResetPlan plan, PrintWriter out) {
        out.printf("Monitor %s at %s%n%n", config.applicationId(), config.bootstrapServers());
        out.println("To be deleted, and computed again by the next 'run':");
        out.println("  stores on this machine  " + plan.directory());
        out.println("  offsets of the group    " + plan.group());
        list(out, "  internal topic          ", plan.internal());
        list(out, "  records of              ", plan.truncated());
        list(out, "  rows of                 ", plan.recreated());
        out.println();
        if (output.delete) {
            out.println("Readers of the alerts begin anew; what they read before is gone from the topic.");
        } else {
            out.println(
                    "Kept as they are: alerts and dead letters. The alerts topic will get RAISED, from revision 1,");
            out.println("once more for what stands; dead letters will be written once more, too.");
        }
        list(out, "Left alone, of no store of this release: ", plan.leftAlone());
        out.println("Other machines that run this monitor: stop them and reset there as well.");
        out.println();
        out.flush();
    }

    private static void list(PrintWriter out, String before, List<String> topics) {
        topics.forEach(topic -> out.println(before + topic));
    }

    private static boolean isConfirmed() {
        Console console = System.console();
        return console != null && "yes".equalsIgnoreCase(console.readLine("Type yes to do it: "));
    }
}
