package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "topics",
        description = "Create and check the topics on your cluster, and who may do what with them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TopicsCheckCommand.class, TopicsCreateCommand.class, TopicsAclsCommand.class})
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "topics check, topics create, or topics acls?");
    }
}
