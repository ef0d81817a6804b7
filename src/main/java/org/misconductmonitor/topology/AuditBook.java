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
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the topic of operations, the latest first: as much of its end as a page needs, and no more than so many records at
 * once. It is asked seldom and may be long: nothing of it is kept. One thread at a time.
 */
public final class AuditBook implements AutoCloseable {
    private static final Comparator<AuditEntry> OLDEST_FIRST =
            Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::entryId);
    /** Behind every entry of the same time. */
    private static final String LAST_ID = "\uffff";

    private final Consumer<String, Object> consumer;
    private final List<TopicPartition> partitions;
    private final Bounds bounds;
    private final AuditAvro avro = new AuditAvro();

    /**
     * How much is read for one page.
     *
     * @param clocks how far the clocks of whoever writes and of the brokers may be apart
     * @param piece offsets read at a time
     * @param records after which the page ends, whether it is full or not
     */
    record Bounds(Duration clocks, int piece, int records) {
        static final Bounds USUAL = new Bounds(Duration.ofHours(1), 2_000, 100_000);
    }

    /**
     * Opens it.
     *
     * @param properties of a consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public AuditBook(TopicCatalog topics, Map<String, ?> properties, Deserializer<Object> deserializer) {
        this(topics, properties, deserializer, Bounds.USUAL);
    }

    AuditBook(TopicCatalog topics, Map<String, ?> properties, Deserializer<Object> deserializer, Bounds bounds) {
        this(connect(properties, deserializer), topics.name(MonitorTopic.AUDIT), properties, bounds);
    }

    /** @param consumer of committed records; it is closed with this */
    AuditBook(Consumer<String, Object> consumer, String topic, Map<String, ?> properties, Bounds bounds) {
        this.bounds = bounds;
        this.consumer = consumer;
        this.partitions = Partitions.of(consumer, topic, properties);
        consumer.assign(partitions);
    }

    private static Consumer<String, Object> connect(Map<String, ?> properties, Deserializer<Object> deserializer) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), deserializer);
    }

    /** Where a page ends: the last entry on it, or a time behind which the next part begins. */
    public record Place(Instant at, String entryId) {
        private static Place of(AuditEntry entry) {
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
     * @param entries the latest first; fewer than were asked for, even none, where so much had to be read for them
     * @param next where the next part begins, or null if this is the last
     * @param total how many there are in all, or null if that would take reading more
     */
    public record Page(List<AuditEntry> entries, Place next, Integer total) {
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
        BackwardReader log = log(filter, after);
        Found found = new Found(filter, after, limit);
        while (!log.isDone() && !found.isFull(unreadUntil(log))) {
            if (log.read() >= bounds.records() && isFurther(unreadUntil(log), after)) {
                return new Page(found.behind(unreadUntil(log)), new Place(unreadUntil(log), LAST_ID), null);
            }
            log.step(record -> found.take(avro.read((IndexedRecord) record.value())));
        }
        List<AuditEntry> entries = found.behind(Instant.MIN);
        boolean last = log.isDone() && found.left == entries.size();
        return new Page(
                entries,
                last ? null : Place.of(entries.get(entries.size() - 1)),
                log.isDone() && after == null ? found.all : null);
    }

    /** No entry that was not read yet is later. */
    private Instant unreadUntil(BackwardReader log) {
        Instant latest = log.latestUnread();
        return latest.equals(Instant.MAX) || latest.equals(Instant.MIN) ? latest : latest.plus(bounds.clocks());
    }

    /** Each part must end before the one before it did, or the last would never come. */
    private static boolean isFurther(Instant place, Place after) {
        return !place.equals(Instant.MAX) && (after == null || place.isBefore(after.at()));
    }

    /** What has been found so far; no more of it is kept than a page holds. */
    private static final class Found {
        private final AuditFilter filter;
        private final Place after;
        private final int limit;
        private final PriorityQueue<AuditEntry> kept = new PriorityQueue<>(OLDEST_FIRST);
        private int all;
        private int left;

        Found(AuditFilter filter, Place after, int limit) {
            this.filter = filter;
            this.after = after;
            this.limit = limit;
        }

        void take(AuditEntry entry) {
            if (!filter.accepts(entry)) {
                return;
            }
            all++;
            if (after == null || after.isAfter(entry)) {
                left++;
                kept.add(entry);
                if (kept.size() > limit) {
                    kept.remove();
                }
            }
        }

        boolean isFull(Instant unreadUntil) {
            return kept.size() == limit && kept.element().at().isAfter(unreadUntil);
        }

        /** Those later than that, the latest first. */
        List<AuditEntry> behind(Instant time) {
            List<AuditEntry> entries = new ArrayList<>(kept);
            entries.removeIf(entry -> !entry.at().isAfter(time));
            entries.sort(Collections.reverseOrder(OLDEST_FIRST));
            return entries;
        }
    }

    private BackwardReader log(AuditFilter filter, Place after) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = filter.from() == null
                ? consumer.beginningOffsets(partitions)
                : offsets(filter.from().minus(bounds.clocks()), ends);
        Instant until = after == null ? filter.to() : after.at();
        if (until != null && filter.to() != null && filter.to().isBefore(until)) {
            until = filter.to();
        }
        return new BackwardReader(
                consumer,
                begins,
                until == null ? ends : offsets(until.plus(bounds.clocks()).plusMillis(1), ends),
                bounds.piece());
    }

    /** Of the first records that came then or later. */
    private Map<TopicPartition, Long> offsets(Instant time, Map<TopicPartition, Long> ends) {
        long millis = Math.max(0, time.toEpochMilli());
        Map<TopicPartition, Long> offsets = new HashMap<>(ends);
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(one -> one, one -> millis)))
                .forEach((partition, found) -> {
                    if (found != null) {
                        offsets.merge(partition, found.offset(), Math::min);
                    }
                });
        return offsets;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
