package org.misconductmonitor.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "misconduct-monitor",
        description = {
            "Watches police misconduct records as they arrive on Kafka and raises an alert, with its evidence, as soon"
                    + " as a rule is met.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands (each has --help):%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed or something was found, 2 wrong arguments or configuration.",
            "Settings: defaults < --config FILE < environment MISCONDUCT_... < --set KEY=VALUE."
        },
        versionProvider = RootCommand.Version.class)
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version and exit.")
    private boolean version;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "When something fails, also show where in the code.")
    private boolean stacktrace;

    boolean wantsStacktrace() {
        return stacktrace;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** The version of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Optional.ofNullable(RootCommand.class.getPackage().getImplementationVersion())
                    .orElse("(not built as a jar)");
            return new String[] {"misconduct-monitor " + version};
        }
    }
}
