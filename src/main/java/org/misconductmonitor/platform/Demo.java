package org.misconductmonitor.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** A broker, a registry and a monitor in this process, from nothing. */
public final class Demo implements AutoCloseable {
    private static final int PARTITIONS = 2;

    private final EmbeddedPlatform platform;
    private final MonitorConfig config;
    private final MonitorService service;

    private Demo(EmbeddedPlatform platform, MonitorConfig config, MonitorService service) {
        this.platform = platform;
        this.config = config;
        this.service = service;
    }

    /**
     * Starts all of it.
     *
     * @param directory keeps everything; null: a temporary one
     * @param calendar with which the rules were read: a file of bank holidays; null: the one on the class path
     * @param port of the HTTP server; 0: a free one
     */
    public static Demo start(Path directory, LoadedRules rules, Path calendar, int port) {
        EmbeddedPlatform platform = directory == null
                ? EmbeddedPlatform.startTemporary(Map.of())
                : EmbeddedPlatform.start(directory, Map.of());
        try {
            MonitorConfig config = config(platform, calendar, port);
            // Schemas are needed by the first event only: the monitor starts meanwhile.
            CompletableFuture<Void> schemas = CompletableFuture.runAsync(() -> registerSchemas(config));
            createTopics(config);
            MonitorService service = MonitorService.start(config, rules);
            schemas.join();
            return new Demo(platform, config, service);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    public MonitorConfig config() {
        return config;
    }

    public Monitor monitor() {
        return service.monitor();
    }

    /** Where the dashboard is. */
    public String url() {
        return service.url().orElseThrow();
    }

    @Override
    public void close() {
        service.close();
        platform.close();
    }

    private static MonitorConfig config(EmbeddedPlatform platform, Path calendar, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", platform.bootstrapServers());
        settings.put("schema.registry.url", platform.registryUrl());
        settings.put("state.dir", platform.directory().resolve("state").toString());
        if (calendar != null) {
            settings.put("calendar", calendar.toString());
        }
        settings.put("topics.partitions", Integer.toString(PARTITIONS));
        settings.put("topics.replication.factor", "1");
        settings.put("http.port", Integer.toString(port));
        // All of a demo is in one directory, and goes with it: only there may the keys lie beside the texts.
        settings.put("privacy.key.file", keys(platform.directory()).toString());
        settings.put("privacy.vault", platform.directory().resolve("vault").toString());
        return MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), settings));
    }

    private static Path keys(Path directory) {
        Path file = directory.resolve("keys");
        if (!Files.exists(file)) {
            KeyFile.create(file);
        }
        return file;
    }

    private static void createTopics(MonitorConfig config) {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            new TopicAdmin(
                            admin,
                            config.bootstrapServers(),
                            false,
                            config.topics().catalog())
                    .create();
        }
    }

    private static void registerSchemas(MonitorConfig config) {
        SchemaRegistryClient registry = new SchemaRegistryClient(
                RegistryConfig.from(config.passThrough().serdes()));
        TopicSchemas.register(config.topics().catalog(), registry::register);
    }
}
