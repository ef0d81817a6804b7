package org.misconductmonitor.cli;

import org.misconductmonitor.rule.file.RuleTests;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rules}: everything an analyst does with rule files. */
@Command(
        name = "rules",
        description =
                "Checks and tests rule files, says what they would have done, and puts rules in force on a running"
                        + " monitor.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:a file is wrong, or a test failed", "2:the command was not understood"})
public final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private RulesCommand() {}

    /** The command with its subcommands, to be added to a root; {@code test} asks that engine. */
    public static CommandLine create(RuleTests.Engine engine) {
        return new CommandLine(new RulesCommand())
                .addSubcommand(new RulesCheckCommand())
                .addSubcommand(new RulesTestCommand(engine))
                .addSubcommand(new RulesBacktestCommand())
                .addSubcommand(new RulesFairnessCommand())
                .addSubcommand(new RulesDiffCommand())
                .addSubcommand(new RulesPublishCommand(engine))
                .addSubcommand(new RulesRetireCommand())
                .addSubcommand(new RulesListCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do with the rules: check, test, backtest, fairness, diff, publish, retire or list.");
    }
}
