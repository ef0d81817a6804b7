package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all committed records of a topic up to its very end: it waits for transactions that are open, because a record
 * that was committed may lie behind one.
 */
public final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> committed;
    private final KafkaConsumer<byte[], byte[]> all;
    private final List<TopicPartition> partitions;

    /**
     * Opens it.
     *
     * @param properties of a consumer
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    public TopicReader(Map<String, ?> properties, String topic) {
        this.topic = topic;
        this.all = consumer(properties, "read_uncommitted");
        this.partitions = Partitions.of(all, topic, properties);
        all.assign(partitions);
        this.committed = consumer(properties, "read_committed");
        committed.assign(partitions);
    }

    /** Their numbers. */
    public List<Integer> partitions() {
        return partitions.stream().map(TopicPartition::partition).toList();
    }

    /**
     * Reads from the beginning.
     *
     * @throws ClusterException if a transaction stays open for a minute
     */
    public void readAll(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        committed.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = all.endOffsets(partitions);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> committed.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = committed.poll(POLL);
            records.forEach(reader);
            if (!records.isEmpty()) {
                patience = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > patience) {
                throw new ClusterException(
                        topic + " cannot be read to its end: a transaction is open in it. Try again in a minute; if it"
                                + " stays, look at the monitors with kafka-transactions.sh",
                        null);
            }
        }
    }

    @Override
    public void close() {
        all.close();
        committed.close();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, ?> properties, String isolation) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
