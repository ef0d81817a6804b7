package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes and checks the topics of the catalogue on a cluster. Every method throws {@link ClusterException} when the
 * cluster cannot be asked.
 */
public final class TopicAdmin {
    private final TopicCatalog catalog;
    private final Admin admin;
    private final String bootstrapServers;
    private final ClusterAnswers answers;
    private final ClusterTopics topics;
    private final MendCommands mend;

    /**
     * @param bootstrapServers as the monitor reaches the cluster, for the commands that are printed
     * @param secured whether the cluster asks for credentials, for the same purpose
     */
    public TopicAdmin(Admin admin, String bootstrapServers, boolean secured, TopicCatalog catalog) {
        this.catalog = catalog;
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.answers = new ClusterAnswers(bootstrapServers);
        this.topics = new ClusterTopics(admin, answers);
        this.mend = new MendCommands(bootstrapServers, secured);
    }

    /**
     * Creates what is missing and leaves the rest as it is. Returns when all of it can be used.
     *
     * @return names of the topics that were created
     */
    public List<String> create() {
        Set<String> existing = topics.names();
        List<TopicSpec> missing = catalog.all().stream()
                .filter(spec -> !existing.contains(spec.name()))
                .toList();
        Map<String, KafkaFuture<Void>> results = admin.createTopics(
                        missing.stream().map(TopicSpec::newTopic).toList())
                .values();
        List<String> created = new ArrayList<>();
        for (TopicSpec spec : missing) {
            if (isCreated(results.get(spec.name()), spec.name())) {
                created.add(spec.name());
            }
        }
        TopicVisibility.await(topics, missing);
        return created;
    }

    /**
     * For a command that is about to use some topics. Of one that this principal may not see it says nothing: the cluster
     * will refuse what is done with it.
     *
     * @throws ClusterException if one of them does not exist: a broker might make it with settings of its own
     */
    public void requireExisting(Collection<MonitorTopic> wanted) {
        List<String> missing = topics.absent(wanted.stream().map(catalog::name).toList());
        if (!missing.isEmpty()) {
            throw new ClusterException(
                    "there is no topic " + String.join(", ", missing) + " at " + bootstrapServers
                            + ". Run `topics create` first, or look at bootstrap.servers and topics.prefix",
                    null);
        }
    }

    /**
     * Differences of the catalogue's topics, and of those that Kafka Streams keeps for the application.
     *
     * @return empty if everything is as it must be
     */
    public List<TopicFinding> check(String applicationId) {
        Set<String> names = topics.names();
        List<String> ours = catalog.all().stream()
                .map(TopicSpec::name)
                .filter(names::contains)
                .toList();
        List<String> internal = names.stream()
                .filter(name -> InternalTopicChecks.isInternal(name, applicationId))
                .toList();
        List<String> both = new ArrayList<>(ours);
        both.addAll(internal);
        Map<String, TopicState> states = both.isEmpty() ? new HashMap<>() : topics.states(both);
        List<TopicFinding> findings = new ArrayList<>(new TopicChecks(catalog, mend).check(states));
        findings.addAll(new InternalTopicChecks(mend)
                .check(internal.stream().map(states::get).toList()));
        return findings;
    }

    /**
     * For the start of the monitor.
     *
     * @throws TopicCheckException if there is any difference
     */
    public void require(String applicationId) {
        List<TopicFinding> findings = check(applicationId);
        if (!findings.isEmpty()) {
            throw new TopicCheckException(bootstrapServers, findings);
        }
    }

    private boolean isCreated(KafkaFuture<Void> result, String name) {
        try {
            result.get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while creating " + name, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw answers.failure("create " + name, e.getCause());
        }
    }
}
