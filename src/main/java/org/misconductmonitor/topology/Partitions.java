package org.misconductmonitor.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Partitions of a topic that a consumer is about to read whole. */
final class Partitions {
    private Partitions() {}

    /**
     * Asks the cluster; closes the consumer if that fails.
     *
     * @param config of the consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    static List<TopicPartition> of(Consumer<?, ?> consumer, String topic, Map<?, ?> config) {
        String bootstrapServers = String.valueOf(config.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        List<TopicPartition> partitions;
        try {
            partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
        } catch (TimeoutException e) {
            consumer.close();
            throw new ClusterAnswers(bootstrapServers).failure("read " + topic, e);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
        if (partitions.isEmpty()) {
            consumer.close();
            throw new ClusterException(
                    "there is no topic " + topic + " at " + bootstrapServers
                            + ". Run `topics create` first, or look at bootstrap.servers and topics.prefix",
                    null);
        }
        return partitions;
    }
}
