package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.engine.RuleTestAlerts;
import org.misconductmonitor.engine.RuleTestEngine;
import picocli.CommandLine;

/** Entry point of the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // What is printed is read by programs too, and by people in the language of the texts: English.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // The embedded broker leaves threads behind when a start fails half-way: only an exit ends the process.
        System.exit(commandLine().execute(args));
    }

    /**
     * For tests.
     *
     * @return the exit code, see {@link Exit}
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return commandLine().setOut(out).setErr(err).execute(args);
    }

    /** In the order of the help text. */
    private static List<Object> commands() {
        return List.of(
                new DemoCommand(),
                new RunCommand(),
                new ImportCommand(),
                new ReplayCommand(),
                RulesCommand.create((rules, arrivals, now) ->
                        RuleTestAlerts.standing(RuleTestEngine.standing(rules, arrivals, now))),
                new AlertsCommand(),
                ReportCommand.create(),
                new TopicsCommand(),
                new DeadLettersCommand(),
                new AuditCommand(),
                new TokenCommand(),
                new StateCommand(),
                new PrivacyCommand(),
                new BackupCommand(),
                new TopologyCommand(),
                new ConfigCommand(),
                new BenchCommand());
    }

    private static void add(CommandLine root, Object command) {
        if (command instanceof CommandLine prepared) {
            root.addSubcommand(prepared.getCommandName(), prepared);
        } else {
            root.addSubcommand(command);
        }
    }

    private static CommandLine commandLine() {
        RootCommand root = new RootCommand();
        CommandLine line = new CommandLine(root);
        commands().forEach(command -> add(line, command));
        ArgumentTypes.register(line);
        Failures failures = new Failures(root);
        return line.setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }
}
