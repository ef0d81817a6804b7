package org.misconductmonitor.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it must be on a cluster.
 *
 * @param topic which of ours
 * @param name on the cluster
 * @param partitions when it is created; also required later if the topic is co-partitioned
 * @param replicationFactor when it is created; -1 leaves it to the cluster
 * @param settings required at all times
 */
public record TopicSpec(
        MonitorTopic topic, String name, int partitions, short replicationFactor, List<TopicSetting> settings) {

    public TopicSpec {
        settings = List.copyOf(settings);
    }

    /** Subject of its values in the schema registry; empty if they have no schema. */
    public Optional<String> subject() {
        return topic.schemaResource().map(schema -> name + "-value");
    }

    public Map<String, String> config() {
        Map<String, String> config = new LinkedHashMap<>();
        settings.forEach(setting -> config.put(setting.name(), setting.value()));
        return config;
    }

    public NewTopic newTopic() {
        Optional<Short> replicas =
                replicationFactor == TopicSettings.BROKER_DEFAULT ? Optional.empty() : Optional.of(replicationFactor);
        return new NewTopic(name, Optional.of(partitions), replicas).configs(config());
    }
}
