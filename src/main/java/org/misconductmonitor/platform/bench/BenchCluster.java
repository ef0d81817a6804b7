package org.misconductmonitor.platform.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.PlatformException;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** A fresh broker and registry in this process, with the topics of the monitor and one for its peer. */
final class BenchCluster implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final String SINK = "bench.forwarded";

    private final EmbeddedPlatform platform;
    private final Map<String, String> settings;

    private BenchCluster(EmbeddedPlatform platform, Map<String, String> settings) {
        this.platform = platform;
        this.settings = settings;
    }

    static BenchCluster start(Map<String, String> settings) {
        EmbeddedPlatform platform = EmbeddedPlatform.startTemporary(Map.of());
        try {
            BenchCluster cluster = new BenchCluster(platform, settings);
            cluster.prepare(cluster.config("bench-setup"));
            return cluster;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** The configuration of one application on this cluster. */
    MonitorConfig config(String applicationId) {
        return config(applicationId, Map.of());
    }

    /** @param more settings, weaker than those that were asked for */
    MonitorConfig config(String applicationId, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("bootstrap.servers", platform.bootstrapServers());
        all.put("schema.registry.url", platform.registryUrl());
        all.put("application.id", applicationId);
        all.put("state.dir", platform.directory().resolve(applicationId).toString());
        all.put("topics.partitions", Integer.toString(PARTITIONS));
        all.put("topics.replication.factor", "1");
        all.putAll(more);
        all.putAll(settings);
        return MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), all));
    }

    List<String> sources(MonitorConfig config) {
        return Arrays.stream(Feed.values())
                .map(feed -> config.topics().catalog().name(EventAvro.topic(feed)))
                .toList();
    }

    String sink() {
        return SINK;
    }

    static ConfiguredSerdes serdes(MonitorConfig config) {
        return ConfiguredSerdes.from(config.passThrough().serdes());
    }

    private void prepare(MonitorConfig config) {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            new TopicAdmin(
                            admin,
                            config.bootstrapServers(),
                            false,
                            config.topics().catalog())
                    .create();
            admin.createTopics(List.of(new NewTopic(SINK, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted", e);
        } catch (ExecutionException e) {
            throw new PlatformException("the topic " + SINK + " cannot be created", e.getCause());
        }
        SchemaRegistryClient registry = new SchemaRegistryClient(
                RegistryConfig.from(config.passThrough().serdes()));
        TopicSchemas.register(config.topics().catalog(), registry::register);
        // The peer writes the records of the allegation topic on to its own: the schema must be there under its name.
        registry.register(SINK + "-value", TopicSchemas.of(EventAvro.topic(Feed.ALLEGATIONS)));
    }

    @Override
    public void close() {
        platform.close();
    }
}
