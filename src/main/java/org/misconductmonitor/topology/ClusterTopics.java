package org.misconductmonitor.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

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
