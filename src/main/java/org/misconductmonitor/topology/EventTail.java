package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;

/**
 * Every event of the input topics from the beginning and as it comes, as the running monitor reads them; what is no good
 * event is left out. One thread at a time.
 */
public final class EventTail implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Inspection> inspections = new HashMap<>();
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> ends;

    /**
     * Opens it.
     *
     * @param properties of a consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public EventTail(Map<String, ?> properties, TopicCatalog topics, Deserializer<Object> deserializer) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Map<Feed, String> names = new EnumMap<>(Feed.class);
        for (Feed feed : Feed.values()) {
            names.put(feed, topics.name(EventAvro.topic(feed)));
        }
        names.forEach((feed, topic) -> {
            List<TopicPartition> own = Partitions.of(consumer, topic, config);
            inspections.put(topic, new Inspection(Map.of(topic, feed), own.size(), deserializer));
            partitions.addAll(own);
        });
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        ends = consumer.endOffsets(partitions);
    }

    /** What has come, waiting a while if nothing has; in the order of each partition. */
    public List<Event> poll(Duration wait) {
        List<Event> events = new ArrayList<>();
        consumer.poll(wait).forEach(record -> event(record).ifPresent(events::add));
        return events;
    }

    /** Whether all that was committed when it was opened has been handed out. */
    public boolean hasCaughtUp() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private Optional<Event> event(ConsumerRecord<byte[], byte[]> record) {
        return EventFeed.event(inspections.get(record.topic()), record);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
