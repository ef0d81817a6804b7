package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out before the start whether this release can read what another has stored. It looks at both ends of every
 * changelog: the oldest records left are of the oldest release, the youngest of the one that ran last, which may be a
 * newer one.
 */
public final class StoredStateCheck {
    private static final int LOOKED_AT = 50;
    private static final int FETCHED_BYTES = 64 << 10;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Map<String, Object> properties;
    private final String applicationId;
    private final StoredForms forms = new StoredForms();

    /** @param consumer properties of a consumer */
    public StoredStateCheck(Map<String, ?> consumer, String applicationId) {
        this.properties = new HashMap<>(consumer);
        this.applicationId = applicationId;
        // Also what a transaction wrote that is still open, or never ended, was written by that release.
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_BYTES);
    }

    /**
     * Changes nothing.
     *
     * @param stores names of all stores; one that has no changelog yet has nothing to be read
     * @throws StoredStateException if there is anything that cannot be read
     * @throws ClusterException if the cluster does not answer
     */
    public void require(Set<String> stores) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<String> there = consumer.listTopics().keySet();
            Map<TopicPartition, String> partitions = new HashMap<>();
            stores.stream()
                    .filter(forms::knows)
                    .filter(store -> there.contains(changelog(store)))
                    .forEach(store -> consumer.partitionsFor(changelog(store))
                            .forEach(
                                    info -> partitions.put(new TopicPartition(info.topic(), info.partition()), store)));
            Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions.keySet());
            look(consumer, partitions, starts, ends);
            starts.replaceAll((partition, start) -> Math.max(start, ends.get(partition) - LOOKED_AT));
            look(consumer, partitions, starts, ends);
        }
    }

    private String changelog(String store) {
        return applicationId + "-" + store + "-changelog";
    }

    private void look(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, String> stores,
            Map<TopicPartition, Long> starts,
            Map<TopicPartition, Long> ends) {
        Set<TopicPartition> left = new HashSet<>(stores.keySet());
        consumer.assign(left);
        starts.forEach(consumer::seek);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<TopicPartition, Integer> seen = new HashMap<>();
        while (true) {
            left.removeIf(partition -> seen.getOrDefault(partition, 0) >= LOOKED_AT
                    || consumer.position(partition) >= ends.get(partition));
            if (left.isEmpty()) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new ClusterException("the changelogs of " + applicationId + " cannot be read: " + left, null);
            }
            consumer.assign(left);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                seen.merge(partition, 1, Integer::sum);
                check(record, stores.get(partition));
            }
        }
    }

    private void check(ConsumerRecord<byte[], byte[]> record, String store) {
        if (record.value() == null) {
            return;
        }
        try {
            forms.read(store, record.value());
        } catch (RuntimeException e) {
            throw new StoredStateException(
                    "what is stored of " + applicationId + " cannot be read by this release: " + record.topic()
                            + ", partition " + record.partition() + ", offset " + record.offset() + ": "
                            + e.getMessage() + ". Nothing was changed. Run the release that wrote it; or let this one"
                            + " compute everything again: `state reset`, then `run`",
                    e);
        }
    }
}
