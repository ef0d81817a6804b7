package org.misconductmonitor.cli;

import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.MonitorService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the monitor against a cluster. */
@Command(
        name = "run",
        description = {
            "Runs the monitor against your cluster until it is told to stop (SIGTERM or Ctrl-C).",
            "The topics and schemas must be there: 'topics create' makes them. Several instances with the same"
                    + " application.id share the work."
        },
        footerHeading = "%nExit codes: ",
        footer = "1 failed, 2 wrong arguments or configuration, 130 stopped by Ctrl-C, 143 by SIGTERM.")
final class RunCommand implements Callable<Integer> {
    private static final long LOOK_MS = 500;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--print-config", description = "Print the effective settings, secrets masked, and exit.")
    private boolean printConfig;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        MonitorConfig config = connection.load();
        if (printConfig) {
            spec.commandLine().getOut().println(config.describe());
            warn(config);
            return Exit.OK;
        }
        spec.commandLine().getErr().println(config.describe());
        warn(config);
        try (StopSignal stop = new StopSignal();
                MonitorService service = MonitorService.start(config, Rules.loaded(config))) {
            service.url().ifPresent(url -> spec.commandLine().getErr().println("listening on " + url));
            while (!stop.await(LOOK_MS)) {
                if (service.monitor().hasFailed()) {
                    return Exit.FAILED;
                }
            }
            return Exit.OK;
        }
    }

    private void warn(MonitorConfig config) {
        config.privacy()
                .warning()
                .ifPresent(warning -> spec.commandLine().getErr().println("warning: " + warning));
    }
}
