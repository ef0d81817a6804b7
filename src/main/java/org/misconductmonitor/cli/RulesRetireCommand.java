package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.rule.RuleVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rules retire}: takes rules out of force. */
@Command(
        name = "retire",
        description = {
            "Takes rules out of force on the running monitor: their standing alerts are withdrawn.",
            "'rules publish' brings them back, with the alerts that the record then calls for.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 one of them is not in force and nothing was done, 2 wrong arguments."},
        sortOptions = false)
final class RulesRetireCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RULE", description = "Ids of rules in force, as 'rules list' shows them.")
    private List<String> ids;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why; kept with the rule.")
    private String comment;

    @Option(names = "--by", paramLabel = "PSEUDONYM", description = "Who retires them; kept with the rule.")
    private String by;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        CurrentRules current = RulesInUse.read(config);
        List<String> unknown =
                ids.stream().filter(id -> current.inForce(id) == null).toList();
        if (!unknown.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf("not in force: %s; 'rules list' shows those that are%n", String.join(", ", unknown));
            return Exit.FAILED;
        }
        RulePublishing.publish(
                config,
                ids.stream().distinct().map(id -> retired(current.inForce(id))).toList());
        PrintWriter out = spec.commandLine().getOut();
        ids.stream().distinct().forEach(id -> out.println("retired " + id));
        out.flush();
        return Exit.OK;
    }

    private RuleVersion retired(CurrentRules.Entry entry) {
        return new RuleVersion(
                entry.rule().id(), entry.rule().version(), RuleVersion.Status.RETIRED, "", by, Instant.now(), comment);
    }
}
