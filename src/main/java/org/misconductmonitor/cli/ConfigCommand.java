package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.MonitorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code config}: the settings. */
@Command(
        name = "config",
        description = {"Prints a settings file with every setting explained, to be kept and changed. Asks nobody.", ""},
        footer = {
            "",
            "Exit codes: 0 printed, 1 failed, 2 the configuration is wrong.",
            "To begin: misconduct-monitor config > monitor.properties"
        },
        sortOptions = false)
final class ConfigCommand implements Callable<Integer> {
    private static final String TEMPLATE = "misconduct-monitor.properties";

    @Option(
            names = "--effective",
            description = "Print instead what applies here and now, where each value comes from, secrets masked.")
    private boolean effective;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        MonitorConfig config = connection.load();
        if (effective) {
            out.println(config.describe());
        } else {
            out.print(template());
        }
        out.flush();
        return Exit.OK;
    }

    private static String template() throws IOException {
        try (InputStream in = ConfigCommand.class.getClassLoader().getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(
                        TEMPLATE + " is not on the class path: build again with ./mvnw package");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
