package org.misconductmonitor.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Reads what topics a cluster has and how they are set. */
final class ClusterTopics {
    private final Admin admin;
    private final ClusterAnswers answers;

    ClusterTopics(Admin admin, ClusterAnswers answers) {
        this.admin = admin;
        this.answers = answers;
    }

    Set<String> names() {
        return new TreeSet<>(answers.await(admin.listTopics().names(), "list the topics"));
    }

    /** Those of them that do not exist; of one that may not be seen nobody knows. */
    List<String> absent(Collection<String> names) {
        Map<String, KafkaFuture<TopicDescription>> found =
                admin.describeTopics(names).topicNameValues();
        return names.stream().filter(name -> isAbsent(found.get(name))).toList();
    }

    private boolean isAbsent(KafkaFuture<TopicDescription> answer) {
        try {
            answer.get();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw answers.failure("look for topics", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return true;
            }
            if (e.getCause() instanceof TopicAuthorizationException) {
                return false;
            }
            throw answers.failure("look for topics", e.getCause());
        }
    }

    /** State of topics that exist, by name. */
    Map<String, TopicState> states(Collection<String> names) {
        Map<String, TopicDescription> topics =
                answers.await(admin.describeTopics(names).allTopicNames(), "describe topics");
        Map<ConfigResource, Config> configs = answers.await(
                admin.describeConfigs(
                                names.stream().map(ClusterTopics::resource).toList())
                        .all(),
                "read the settings of topics");
        Map<TopicPartition, Long> starts = offsets(topics, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(topics, OffsetSpec.latest());
        Map<String, TopicState> states = new HashMap<>();
        topics.forEach((name, topic) -> states.put(
                name,
                new TopicState(
                        name,
                        topic.partitions().size(),
                        values(configs.get(resource(name))),
                        partitions(name, topic).stream()
                                .allMatch(p -> starts.get(p).equals(ends.get(p))))));
        return states;
    }

    private Map<TopicPartition, Long> offsets(Map<String, TopicDescription> topics, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = topics.entrySet().stream()
                .flatMap(topic -> partitions(topic.getKey(), topic.getValue()).stream())
                .collect(Collectors.toMap(partition -> partition, partition -> spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                answers.await(admin.listOffsets(wanted).all(), "read the offsets of topics");
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    private static Set<TopicPartition> partitions(String name, TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(name, partition))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
