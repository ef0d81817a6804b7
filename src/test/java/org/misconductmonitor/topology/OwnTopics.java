package org.misconductmonitor.topology;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;

/** A site of its own for a test on the cluster that tests share. */
final class OwnTopics {
    private OwnTopics() {}

    /**
     * Makes its topics.
     *
     * @param name like no other
     * @return where they are
     */
    static MonitorConfig make(EmbeddedPlatform platform, String name, int partitions, Path directory) {
        MonitorConfig config = MonitorConfig.load(new ConfigSources(
                Optional.empty(),
                Map.of(),
                Map.of(
                        "bootstrap.servers",
                        platform.bootstrapServers(),
                        "schema.registry.url",
                        platform.registryUrl(),
                        "application.id",
                        name,
                        "topics.prefix",
                        name + ".",
                        "topics.partitions",
                        Integer.toString(partitions),
                        "topics.replication.factor",
                        "1",
                        "auto.register.schemas",
                        "true",
                        "state.dir",
                        directory.toString())));
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            new TopicAdmin(
                            admin,
                            config.bootstrapServers(),
                            false,
                            config.topics().catalog())
                    .create();
        }
        return config;
    }
}
