package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "backup",
        description = "Copy a whole site into files, and make a site out of them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BackupCreateCommand.class, BackupRestoreCommand.class})
final class BackupCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "backup create, or backup restore?");
    }
}
