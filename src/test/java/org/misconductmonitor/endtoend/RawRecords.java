package org.misconductmonitor.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.misconductmonitor.platform.ClientProperties;

/** The committed records of a topic as bytes. */
public record RawRecords(List<ConsumerRecord<byte[], byte[]>> all, int partitions) {
    public static RawRecords of(Site site, String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ClientProperties.consumer(site.config()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(
                            0, site.config().topics().partitions())
                    .mapToObj(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
            return new RawRecords(found, partitions.size());
        }
    }

    List<Integer> countByPartition() {
        return IntStream.range(0, partitions)
                .map(partition -> (int) all.stream()
                        .filter(record -> record.partition() == partition)
                        .count())
                .boxed()
                .toList();
    }
}
