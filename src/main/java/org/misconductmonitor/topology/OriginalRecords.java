package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Values of records where they were published. One thread at a time. */
final class OriginalRecords implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** @param properties of a consumer */
    OriginalRecords(Map<String, ?> properties) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws ClusterException if there is no such record any more, or it cannot be read */
    byte[] value(DeadLetter.Source source) {
        TopicPartition partition = new TopicPartition(source.topic(), source.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, source.offset());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() == source.offset() && record.timestamp() == source.timestamp()) {
                    return record.value();
                }
                throw gone(source);
            }
        }
        throw gone(source);
    }

    private static ClusterException gone(DeadLetter.Source source) {
        return new ClusterException(
                "the record of a dead letter cannot be read where it came from, " + source
                        + ": publish it again from its publisher's system",
                null);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
