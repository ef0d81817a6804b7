package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.privacy.TextSeal;

/** Reads an alert topic as a dashboard would: committed records only, from the beginning. One thread at a time. */
public final class AlertFeed implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final KafkaConsumer<String, Object> consumer;
    private final AlertAvro avro = new AlertAvro();
    private final Optional<TextSeal> seal;
    private final List<TopicPartition> partitions;

    /**
     * Opens it; reviewers' texts stay as they are.
     *
     * @param properties of the consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public AlertFeed(Map<String, ?> properties, String topic, Deserializer<Object> deserializer) {
        this(properties, topic, deserializer, Optional.empty());
    }

    /**
     * Opens it.
     *
     * @param properties of the consumer
     * @param seal opens what reviewers wrote, or empty if the site does not seal
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public AlertFeed(
            Map<String, ?> properties, String topic, Deserializer<Object> deserializer, Optional<TextSeal> seal) {
        this.seal = seal;
        Properties config = new Properties();
        config.putAll(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), deserializer);
        this.partitions = Partitions.of(consumer, topic, config);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Skips what is there already. */
    public void seekToEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Goes on at these offsets; partitions that are not named stay where they are. */
    public void seek(Map<Integer, Long> offsets) {
        for (TopicPartition partition : partitions) {
            Long offset = offsets.get(partition.partition());
            if (offset != null) {
                consumer.seek(partition, offset);
            }
        }
    }

    /** What has come, waiting a while if nothing has. */
    public List<Alert> poll(Duration wait) {
        return pollPublished(wait).stream().map(PublishedAlert::alert).toList();
    }

    /** The same with where each is in the topic. */
    public List<PublishedAlert> pollPublished(Duration wait) {
        List<PublishedAlert> alerts = new ArrayList<>();
        consumer.poll(wait).forEach(record -> {
            if (record.value() != null) {
                alerts.add(new PublishedAlert(
                        record.partition(),
                        record.offset(),
                        Instant.ofEpochMilli(record.timestamp()),
                        opened(avro.read((IndexedRecord) record.value()))));
            }
        });
        return alerts;
    }

    /**
     * The one revision at that place. What this hands out otherwise must be sought again afterwards.
     *
     * @throws ClusterException if it cannot be read within some seconds
     */
    public PublishedAlert read(int partition, long offset) {
        consumer.pause(partitions);
        TopicPartition wanted = new TopicPartition(partitions.get(0).topic(), partition);
        consumer.resume(List.of(wanted));
        consumer.seek(wanted, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            for (PublishedAlert found : pollPublished(Duration.ofMillis(100))) {
                if (found.partition() == partition && found.offset() == offset) {
                    return found;
                }
            }
        }
        throw new ClusterException("revision " + offset + " of partition " + partition + " cannot be read", null);
    }

    /** By partition, the offset behind what has been handed out. */
    public Map<Integer, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(TopicPartition::partition, consumer::position));
    }

    /** By partition, the offset behind the last committed record. */
    public Map<Integer, Long> ends() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue));
    }

    /** By partition, the offset of the first record. */
    public Map<Integer, Long> beginnings() {
        return consumer.beginningOffsets(partitions).entrySet().stream()
                .collect(Collectors.toMap(start -> start.getKey().partition(), Map.Entry::getValue));
    }

    /** Everything there is now, in order within each officer. */
    public List<Alert> readToEnd() {
        List<Alert> alerts = new ArrayList<>();
        readToEnd(alerts::add);
        return alerts;
    }

    /** The same, for one who keeps only some. */
    public void readToEnd(Consumer<Alert> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100)).forEach(reader);
        }
    }

    private Alert opened(Alert alert) {
        return seal.isEmpty()
                ? alert
                : alert.withTexts((name, text) -> seal.get()
                        .open(alert.home(), alert.alertId(), name, text)
                        .orElse(text));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
