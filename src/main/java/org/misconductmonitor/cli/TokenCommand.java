package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "token",
        description = "Tokens for those who ask over HTTP, where there is no identity provider.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TokenNewCommand.class)
final class TokenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "token new?");
    }
}
