package org.misconductmonitor.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "alerts",
        description = "See the alerts on your cluster and act on them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {AlertsListCommand.class, AlertsShowCommand.class, AlertsTailCommand.class, AlertsActCommand.class
        })
final class AlertsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "alerts list, alerts show ALERT_ID, alerts tail, or alerts act ALERT_ID ACTION?");
    }
}
