package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

    /** @param properties of the consumer */
    public AlertFeed(Map<String, ?> properties, String topic, Deserializer<Object> deserializer) {
        Properties config = new Properties();
        config.putAll(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), deserializer);
        this.partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
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
        consumer.poll(wait).forEach(record -> alerts.add(avro.read((IndexedRecord) record.value())));
        return alerts;
    }

    /** Everything there is now, in order within each officer. */
    public List<Alert> readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<Alert> alerts = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            alerts.addAll(poll(Duration.ofMillis(100)));
        }
        return alerts;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
