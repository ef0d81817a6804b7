package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;

/**
 * Follows all input topics from their beginnings: of the committed records those that the running monitor takes for good
 * events. One thread at a time.
 */
public final class LiveEvents implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Inspection inspection;
    private Instant newest = Instant.EPOCH;

    /**
     * Opens it.
     *
     * @param properties of the consumer
     * @param deserializer decodes the values
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public LiveEvents(Map<String, ?> properties, TopicCatalog topics, Deserializer<Object> deserializer) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<String, Feed> feeds = new HashMap<>();
        int partitionsOfOne = 0;
        for (Feed feed : Feed.values()) {
            String topic = topics.name(EventAvro.topic(feed));
            List<TopicPartition> found = Partitions.of(consumer, topic, config);
            feeds.put(topic, feed);
            partitions.addAll(found);
            partitionsOfOne = found.size();
        }
        this.inspection = new Inspection(feeds, partitionsOfOne, deserializer);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Goes on at these offsets; partitions that are not named stay where they are. */
    public void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
    }

    /**
     * What has come, waiting a while if nothing has. If this fails, as the registry does not answer, it has to be opened
     * again at the positions before.
     */
    public List<Event> poll(Duration wait) {
        List<Event> events = new ArrayList<>();
        consumer.poll(wait)
                .forEach(record -> inspection.accepted(Origin.of(record)).ifPresent(event -> {
                    events.add(event);
                    Instant taken = Instant.ofEpochMilli(record.timestamp());
                    newest = taken.isAfter(newest) ? taken : newest;
                }));
        return events;
    }

    /** When the cluster took the newest event that was handed out; the epoch before the first. */
    public Instant newest() {
        return newest;
    }

    /** By partition, the offset behind what has been handed out. */
    public Map<TopicPartition, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    /** By partition, the offset behind the last committed record. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
