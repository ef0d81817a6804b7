package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;

/** Clocks the restoration of stores, and a consumer that does nothing but read the same changelogs. */
final class RestoreProbe implements StateRestoreListener {
    private final Set<TopicPartition> partitions = ConcurrentHashMap.newKeySet();
    private final AtomicLong records = new AtomicLong();
    private final AtomicLong start = new AtomicLong();
    private final AtomicLong end = new AtomicLong();

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        start.compareAndSet(0, System.nanoTime());
        partitions.add(partition);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long last, long restored) {
        records.addAndGet(restored);
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        end.set(System.nanoTime());
    }

    /** To be called when all is restored. */
    BenchResult.Restore result(MonitorConfig config, Deadline deadline) {
        double restored = records.get() / ((end.get() - start.get()) / 1e9);
        read(config, deadline);
        double read = read(config, deadline);
        return new BenchResult.Restore(records.get(), restored, read, restored / read);
    }

    /** @return records a second */
    private double read(MonitorConfig config, Deadline deadline) {
        Map<String, Object> properties = ClientProperties.consumer(config);
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            List<TopicPartition> all = List.copyOf(partitions);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            AtomicLong count = new AtomicLong();
            long since = System.nanoTime();
            deadline.await(
                    () -> {
                        ConsumerRecords<byte[], byte[]> polled = consumer.poll(java.time.Duration.ofMillis(20));
                        count.addAndGet(polled.count());
                        return ends.entrySet().stream()
                                .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
                    },
                    0,
                    "the consumer to read the changelogs");
            return count.get() / ((System.nanoTime() - since) / 1e9);
        }
    }
}
