package org.misconductmonitor.platform;

import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.Topology;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.Right;
import org.misconductmonitor.topology.RightsCheck;
import org.misconductmonitor.topology.RightsException;
import org.misconductmonitor.topology.StoredStateCheck;
import org.misconductmonitor.topology.TopicAdmin;

/** What is asked of the cluster before a monitor starts, so that it fails at once and says why. */
final class StartChecks {
    private final MonitorConfig config;
    private final Topology topology;

    StartChecks(MonitorConfig config, Topology topology) {
        this.config = config;
        this.topology = topology;
    }

    /** What the cluster must allow, and nothing more. */
    List<Right> rights() {
        return new AclCatalog(config.topics().catalog(), config.applicationId())
                .monitor(
                        topology,
                        config.http().port().isPresent(),
                        config.publishingStatistics().isPresent());
    }

    /**
     * Checks everything.
     *
     * @param stores of the topology
     * @return the id of the cluster
     * @throws RightsException if the cluster does not allow what is needed
     * @throws org.misconductmonitor.topology.TopicCheckException if a topic is not as it must be
     * @throws org.misconductmonitor.topology.StoredStateException if a release that this one does not know stored the state
     */
    String require(Set<String> stores) {
        String cluster;
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            if (config.isSecured()) {
                requireRights(admin);
            }
            new TopicAdmin(
                            admin,
                            config.bootstrapServers(),
                            config.isSecured(),
                            config.topics().catalog())
                    .require(config.applicationId());
            cluster = new ClusterAnswers(config.bootstrapServers())
                    .await(admin.describeCluster().clusterId(), "ask for the id of the cluster");
        }
        new StoredStateCheck(ClientProperties.consumer(config), config.applicationId()).require(stores);
        return cluster;
    }

    /** The rights that are missing, in words, or nothing; once all exists, so that everything can be asked about. */
    String missingRights() {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            requireRights(admin);
            return "";
        } catch (RightsException | ClusterException e) {
            return e.getMessage();
        }
    }

    private void requireRights(Admin admin) {
        new RightsCheck(admin, config.bootstrapServers()).require("monitor", rights());
    }
}
