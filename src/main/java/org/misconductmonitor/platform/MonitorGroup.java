package org.misconductmonitor.platform;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;
import org.misconductmonitor.topology.ClusterAnswers;

/** The consumer group that the instances of a monitor make up, for those who need them stopped. */
public final class MonitorGroup {
    private static final Set<GroupState> AT_REST = Set.of(GroupState.EMPTY, GroupState.DEAD);

    private final String id;
    private final Admin admin;
    private final ClusterAnswers answers;

    /** @param admin stays open */
    public MonitorGroup(MonitorConfig config, Admin admin) {
        this.id = config.applicationId();
        this.admin = admin;
        this.answers = new ClusterAnswers(config.bootstrapServers());
    }

    public String id() {
        return id;
    }

    /** Whether the cluster knows it; whether it has members, see {@link #isAtRest}. */
    public boolean isKnown() {
        return found().isPresent();
    }

    /** Whether no instance is running. One that was killed counts as running until its session has ended. */
    public boolean isAtRest() {
        return found().flatMap(GroupListing::groupState)
                .filter(state -> !AT_REST.contains(state))
                .isEmpty();
    }

    private Optional<GroupListing> found() {
        return answers.await(admin.listGroups().all(), "list the groups").stream()
                .filter(group -> group.groupId().equals(id))
                .findFirst();
    }
}
