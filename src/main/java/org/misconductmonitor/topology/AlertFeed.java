package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.misconductmonitor.alert.Alert;

/** Reads an alert topic as a dashboard would: committed records only, from the beginning. One thread at a time. */
public final class AlertFeed implements AutoCloseable {
    private final KafkaConsumer<String, Object> consumer;
    private final AlertAvro avro = new AlertAvro();
    private final List<TopicPartition> partitions;

    /**
     * Opens it.
     *
     * @param properties of the consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public AlertFeed(Map<String, ?> properties, String topic, Deserializer<Object> deserializer) {
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

    /** What has come, waiting a while if nothing has. */
    public List<Alert> poll(Duration wait) {
        List<Alert> alerts = new ArrayList<>();
        consumer.poll(wait).forEach(record -> {
            if (record.value() != null) {
                alerts.add(avro.read((IndexedRecord) record.value()));
            }
        });
        return alerts;
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

    @Override
    public void close() {
        consumer.close();
    }
}
