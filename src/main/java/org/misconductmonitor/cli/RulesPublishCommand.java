package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code rules publish}: puts rules in force on a running monitor. */
@Command(
        name = "publish",
        description = {
            "Puts rules in force on the running monitor: new ones, and new versions of those it has.",
            "The files must be right and pass their own tests, or nothing is published. Every officer is judged again,"
                    + " bit by bit; alerts carry the version that raised them. Rules that no file names stay as they are.",
            "To try a rule without notifying anybody give it 'status: shadow'.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when nothing changes, 1 a file is wrong, 2 wrong arguments."},
        sortOptions = false)
final class RulesPublishCommand implements Callable<Integer> {
    @Mixin
    private RulePaths files;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why they change; kept with the versions.")
    private String comment;

    @Option(names = "--by", paramLabel = "PSEUDONYM", description = "Who publishes them; kept with the versions.")
    private String by;

    @Option(names = "--dry-run", description = "Check, test and say what would change, and publish nothing.")
    private boolean dryRun;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    private final RuleTests.Engine engine;

    RulesPublishCommand(RuleTests.Engine engine) {
        this.engine = engine;
    }

    @Override
    public Integer call() {
        try {
            MonitorConfig config = connection.load();
            return publish(files.load(Calendars.load(config.calendar())).documents(), config);
        } catch (RuleFileException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().println("Nothing is published; the rules in force stay.");
            return Exit.FAILED;
        }
    }

    private int publish(List<RuleDocument> documents, MonitorConfig config) {
        if (!pass(documents)) {
            spec.commandLine().getErr().println("Nothing is published; 'rules test' shows more.");
            return Exit.FAILED;
        }
        List<RuleChanges.Change> changes = RuleChanges.of(documents, RulesInUse.read(config)).stream()
                .filter(change -> change.kind() != RuleChanges.Kind.SAME)
                .toList();
        if (!dryRun && !changes.isEmpty()) {
            List<RuleVersion> versions = changes.stream()
                    .map(change -> PublishedRules.of(change.document(), by, Instant.now(), comment))
                    .toList();
            RulePublishing.publish(config, versions);
        }
        PrintWriter out = spec.commandLine().getOut();
        TextTable table = new TextTable("RULE", "CHANGE", "VERSION", "STATUS");
        changes.forEach(change -> table.row(
                change.document().rule().id(),
                change.kind().word(),
                change.versions(),
                RuleReport.status(change.document().rule())));
        table.print(out);
        out.printf(
                "%s %s, %d as they were%n",
                RuleReport.counted(changes.size(), "rule"),
                dryRun ? "would be published" : "published",
                documents.size() - changes.size());
        out.flush();
        return Exit.OK;
    }

    private boolean pass(List<RuleDocument> documents) {
        boolean passed = true;
        for (RuleDocument document : documents) {
            for (RuleTests.Result result : RuleTests.run(document.rule(), document.tests(), engine)) {
                if (!result.passed()) {
                    passed = false;
                    spec.commandLine()
                            .getErr()
                            .printf("%s: the test '%s' fails%n", document.rule().id(), result.name());
                    result.differences()
                            .forEach(difference -> spec.commandLine().getErr().println("  " + difference));
                }
            }
        }
        return passed;
    }
}
