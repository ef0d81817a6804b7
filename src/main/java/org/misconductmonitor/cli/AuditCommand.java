package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        description = "See who looked at, was sent, or changed what.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = AuditListCommand.class)
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "audit list?");
    }
}
