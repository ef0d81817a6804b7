package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Empties and deletes topics. Every method throws {@link ClusterException} when the cluster does not do it. */
public final class TopicRenewal {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long TO_THE_END = -1;

    private final Admin admin;
    private final ClusterAnswers answers;

    public TopicRenewal(Admin admin, ClusterAnswers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    /** Names of all topics. */
    public Set<String> names() {
        return answers.await(admin.listTopics().names(), "list the topics");
    }

    /** Deletes all records of topics that are not compacted; offsets go on. */
    public void truncate(Collection<String> topics) {
        Map<TopicPartition, RecordsToDelete> ends = describe(topics).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(
                        partition -> partition, partition -> RecordsToDelete.beforeOffset(TO_THE_END)));
        answers.await(admin.deleteRecords(ends).all(), "empty " + topics);
    }

    /** Deletes topics and makes them again, with the same partitions, copies and settings: brokers truncate no table. */
    public void recreate(Collection<String> topics) {
        List<NewTopic> again = describe(topics).values().stream()
                .map(topic -> new NewTopic(
                                topic.name(), Optional.of(topic.partitions().size()), Optional.of((short)
                                        topic.partitions().get(0).replicas().size()))
                        .configs(settings(topic.name())))
                .toList();
        delete(topics);
        answers.await(admin.createTopics(again).all(), "make " + topics + " again; `topics create` does");
        await(() -> names().containsAll(topics), topics + " are not there again");
    }

    /** Deletes topics and waits until they are gone. */
    public void delete(Collection<String> topics) {
        answers.await(admin.deleteTopics(topics).all(), "delete " + topics);
        await(() -> names().stream().noneMatch(topics::contains), topics + " are still there");
    }

    private Map<String, TopicDescription> describe(Collection<String> topics) {
        return answers.await(admin.describeTopics(topics).allTopicNames(), "describe topics");
    }

    private Map<String, String> settings(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = answers.await(admin.describeConfigs(List.of(resource)).all(), "read the settings of " + topic)
                .get(resource);
        return config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static void await(BooleanSupplier condition, String otherwise) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException(
                        otherwise + " after " + PATIENCE.toSeconds() + " s: is the cluster well? Then try again", null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted while waiting for topics", e);
        }
    }
}
