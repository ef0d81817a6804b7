package org.misconductmonitor.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
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
        footer = "0 stopped when asked, 1 failed, 2 wrong arguments or configuration.")
final class RunCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(500);

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
            return Exit.OK;
        }
        spec.commandLine().getErr().println(config.describe());
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ShutdownWait.await(asked, stopped), "stop"));
        try (Monitor monitor = new Monitor(config, Rules.load(config.rules()))) {
            monitor.start();
            while (!asked.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (monitor.hasFailed()) {
                    return Exit.FAILED;
                }
            }
            return Exit.OK;
        } finally {
            stopped.countDown();
        }
    }
}
