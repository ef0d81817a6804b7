package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.platform.ConfigKeys;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options of every command that talks to a cluster: {@code @Mixin ConnectionOptions}. */
public final class ConnectionOptions {
    private static final String CLIENT_LOG_LEVEL = "misconduct.client.log.level";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings as Java properties. Every key with its meaning: misconduct-monitor.properties in"
                    + " the jar.")
    private Path file;

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Brokers to ask first, several separated by commas. Default: localhost:9092.")
    private String bootstrapServers;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, stronger than file and environment. Can be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /**
     * The configuration from all sources; what was ignored is told on standard error.
     *
     * @throws org.misconductmonitor.platform.ConfigException if it cannot be used
     */
    public MonitorConfig load() {
        if (!spec.name().equals("run")) {
            // A command that ends says itself that nobody answers: Kafka's clients would say it twenty times more.
            System.setProperty(CLIENT_LOG_LEVEL, "error");
        }
        Map<String, String> commandLine = new LinkedHashMap<>(settings);
        if (bootstrapServers != null) {
            commandLine.put(ConfigKeys.BOOTSTRAP_SERVERS.name(), bootstrapServers);
        }
        MonitorConfig config =
                MonitorConfig.load(new ConfigSources(Optional.ofNullable(file), System.getenv(), commandLine));
        config.warnings().forEach(warning -> spec.commandLine().getErr().println("warning: " + warning));
        return config;
    }
}
