package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Finds out before the start whether this release can read what another has stored. It looks at both ends of every
 * changelog, because the oldest records left are of the oldest release and the youngest of the one that ran last, which
 * may be a newer one; and at places spread evenly between them. Short changelogs are read whole, of long ones some
 * hundred records: a start takes no longer for a long history.
 */
public final class StoredStateCheck {
    private static final int LOOKED_AT = 50;
    private static final int PLACES = 8;
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
            Map<TopicPartition, Long> reached = new HashMap<>(starts);
            for (int place = 0; place < PLACES; place++) {
                int before = place;
                look(
                        consumer,
                        partitions,
                        reached,
                        ends,
                        p -> starts.get(p) + (ends.get(p) - starts.get(p)) * before / PLACES);
            }
            look(consumer, partitions, reached, ends, partition -> ends.get(partition) - LOOKED_AT);
        }
    }

    private String changelog(String store) {
        return applicationId + "-" + store + "-changelog";
    }

    /** @param reached where the looks before have come to in each partition; from there, or the place behind it, it goes on */
    private void look(
            KafkaConsumer<byte[], byte[]> consumer,
            Map<TopicPartition, String> stores,
            Map<TopicPartition, Long> reached,
            Map<TopicPartition, Long> ends,
            ToLongFunction<TopicPartition> place) {
        reached.replaceAll((partition, offset) -> Math.max(offset, place.applyAsLong(partition)));
        Set<TopicPartition> left = new HashSet<>(stores.keySet());
        left.removeIf(partition -> reached.get(partition) >= ends.get(partition));
        consumer.assign(left);
        left.forEach(partition -> consumer.seek(partition, reached.get(partition)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Map<TopicPartition, Integer> seen = new HashMap<>();
        while (true) {
            left.removeIf(partition -> {
                long position = consumer.position(partition);
                reached.merge(partition, Math.min(position, ends.get(partition)), Math::max);
                return seen.getOrDefault(partition, 0) >= LOOKED_AT || position >= ends.get(partition);
            });
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
            forms.read(store, record.key(), record.value());
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
