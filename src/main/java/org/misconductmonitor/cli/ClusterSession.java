package org.misconductmonitor.cli;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.TopicSettings;

/** What a command needs to work on the topics of a cluster. */
final class ClusterSession implements AutoCloseable {
    private final Admin admin;
    private final TopicCatalog catalog;
    private final TopicAdmin topics;

    ClusterSession(MonitorConfig config) {
        this.catalog = catalog(config);
        this.admin = Admin.create(ClientProperties.admin(config));
        this.topics = new TopicAdmin(admin, config.bootstrapServers(), config.isSecured(), catalog);
    }

    /** The topics as they are configured. */
    static TopicCatalog catalog(MonitorConfig config) {
        return new TopicCatalog(
                new TopicSettings(config.topics().prefix(), config.topics().partitions(), (short)
                        config.topics().replicationFactor()));
    }

    TopicCatalog catalog() {
        return catalog;
    }

    TopicAdmin topics() {
        return topics;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
