package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topic of operations. It is asked seldom and may be long: nothing of it is kept. One thread at a time. */
public final class AuditBook implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    /** How far the clocks of whoever writes and of the brokers may be apart. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private static final Comparator<AuditEntry> OLDEST_FIRST =
            Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::entryId);

    private final KafkaConsumer<String, Object> consumer;
    private final List<TopicPartition> partitions;
    private final AuditAvro avro = new AuditAvro();

    /**
     * Opens it.
     *
     * @param properties of a consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public AuditBook(TopicCatalog topics, Map<String, ?> properties, Deserializer<Object> deserializer) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), deserializer);
        this.partitions = Partitions.of(consumer, topics.name(MonitorTopic.AUDIT), config);
        consumer.assign(partitions);
    }

    /** Where a page ends: the last entry on it. */
    public record Place(Instant at, String entryId) {
        static Place of(AuditEntry entry) {
            return new Place(entry.at(), entry.entryId());
        }

        private boolean isAfter(AuditEntry entry) {
            int byTime = entry.at().compareTo(at);
            return byTime < 0 || byTime == 0 && entry.entryId().compareTo(entryId) < 0;
        }
    }

    /**
     * A part of what was found.
     *
     * @param entries the latest first
     * @param next where the next part begins, or null if this is the last
     * @param total how many there are in all
     */
    public record Page(List<AuditEntry> entries, Place next, int total) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * The latest that are asked for.
     *
     * @param after where the part begins, or null
     * @param limit how many at most
     */
    public Page latest(AuditFilter filter, Place after, int limit) {
        PriorityQueue<AuditEntry> kept = new PriorityQueue<>(OLDEST_FIRST);
        int[] counts = new int[2];
        read(filter, entry -> {
            counts[0]++;
            if (after == null || after.isAfter(entry)) {
                counts[1]++;
                kept.add(entry);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        });
        List<AuditEntry> entries = new ArrayList<>(kept);
        entries.sort(Collections.reverseOrder(OLDEST_FIRST));
        boolean more = counts[1] > entries.size();
        return new Page(entries, more ? Place.of(entries.get(entries.size() - 1)) : null, counts[0]);
    }

    /** Every one that is asked for, in the order of the topic within each officer. */
    public void read(AuditFilter filter, Consumer<AuditEntry> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        seek(filter.from(), ends);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                AuditEntry entry = avro.read((IndexedRecord) record.value());
                if (filter.accepts(entry)) {
                    reader.accept(entry);
                }
            });
        }
    }

    private void seek(Instant from, Map<TopicPartition, Long> ends) {
        if (from == null) {
            consumer.seekToBeginning(partitions);
            return;
        }
        long earliest = Math.max(0, from.minus(CLOCKS).toEpochMilli());
        Map<TopicPartition, Long> times = partitions.stream().collect(Collectors.toMap(one -> one, one -> earliest));
        consumer.offsetsForTimes(times)
                .forEach((partition, found) -> consumer.seek(partition, offset(found, ends.get(partition))));
    }

    private static long offset(OffsetAndTimestamp found, long end) {
        return found == null ? end : found.offset();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
