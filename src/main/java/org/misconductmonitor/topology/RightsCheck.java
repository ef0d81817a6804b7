package org.misconductmonitor.topology;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Asks the cluster whether it allows what will be needed, before anything is done. What is not there yet cannot be asked
 * about in full: that somebody may read a topic is known only of topics that exist. The cluster refuses the rest when it
 * is done.
 */
public final class RightsCheck {
    private final Admin admin;
    private final String bootstrapServers;
    private final AclCommands commands;
    private final PermittedAnswers answers;

    /**
     * @param admin with the credentials in question; stays open
     * @param bootstrapServers for messages
     */
    public RightsCheck(Admin admin, String bootstrapServers) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.commands = new AclCommands(bootstrapServers, true);
        this.answers = new PermittedAnswers(new ClusterAnswers(bootstrapServers));
    }

    /**
     * For the start of what must not end half-way.
     *
     * @param role as {@code topics acls} names it
     * @throws RightsException if any is known to be missing
     * @throws ClusterException if the cluster cannot be asked
     */
    public void require(String role, Collection<Right> needed) {
        List<Right> missing = missing(needed);
        if (!missing.isEmpty()) {
            throw new RightsException(bootstrapServers, role, missing, commands);
        }
    }

    /**
     * Those that are known to be missing.
     *
     * @param needed on topics, groups and transactional ids
     * @throws ClusterException if the cluster cannot be asked
     */
    public List<Right> missing(Collection<Right> needed) {
        TopicRights topics = TopicRights.ask(admin, answers, needed);
        return needed.stream().filter(right -> !isAllowed(right, topics)).toList();
    }

    private boolean isAllowed(Right right, TopicRights topics) {
        return switch (right.on().resourceType()) {
            case TOPIC -> topics.isAllowed(right);
            case GROUP -> isAllowedOnGroup(right);
            case TRANSACTIONAL_ID -> isAllowedOnTransactions(right);
            default -> throw new IllegalArgumentException("cannot be asked about: " + right.describe());
        };
    }

    private boolean isAllowedOnGroup(Right right) {
        String group = right.on().name();
        PermittedAnswers.Answer<ConsumerGroupDescription> answer = answers.await(admin.describeConsumerGroups(
                        Set.of(group), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .get(group));
        Optional<Set<AclOperation>> allowed = answer.value().map(ConsumerGroupDescription::authorizedOperations);
        return answer.permitted()
                && allowed.map(operations -> operations.contains(right.operation()))
                        .orElse(true);
    }

    private boolean isAllowedOnTransactions(Right right) {
        String id = TopicRights.example(right.on());
        return answers.await(admin.describeTransactions(Set.of(id)).description(id))
                .permitted();
    }
}
