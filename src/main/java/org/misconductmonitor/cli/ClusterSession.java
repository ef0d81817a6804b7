package org.misconductmonitor.cli;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicCatalog;

/** What a command needs to work on the topics of a cluster. */
final class ClusterSession implements AutoCloseable {
    private final Admin admin;
    private final TopicCatalog catalog;
    private final TopicAdmin topics;

    ClusterSession(MonitorConfig config) {
        this.catalog = config.topics().catalog();
        this.admin = Admin.create(ClientProperties.admin(config));
        this.topics = new TopicAdmin(admin, config.bootstrapServers(), config.isSecured(), catalog);
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
