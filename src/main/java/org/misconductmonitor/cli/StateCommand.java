package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "state",
        description = "Let the monitor forget what it has computed and compute it again.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = StateResetCommand.class)
final class StateCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "state reset?");
    }
}
