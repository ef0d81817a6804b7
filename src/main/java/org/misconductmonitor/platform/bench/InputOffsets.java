package org.misconductmonitor.platform.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;

/** How far the input goes and how far applications have committed it. */
final class InputOffsets implements AutoCloseable {
    private final Admin admin;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    InputOffsets(MonitorConfig config, List<TopicPartition> partitions) {
        this.admin = Admin.create(ClientProperties.admin(config));
        this.partitions = List.copyOf(partitions);
    }

    /** Notes where the input ends now. */
    void mark() {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                get(admin.listOffsets(wanted).all());
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
    }

    /** Whether the application has committed everything up to the mark. */
    boolean areCommitted(String applicationId) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .allMatch(end -> end.getValue() == 0
                        || committed.get(end.getKey()) != null
                                && committed.get(end.getKey()).offset() >= end.getValue());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        } catch (ExecutionException e) {
            throw new BenchException("the broker does not tell its offsets: " + e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
