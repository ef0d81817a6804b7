package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** A log whose records came when a test says, and that counts those that are handed out. It can be read any number of times. */
final class StampedLog extends MockConsumer<String, Object> {
    static final String TOPIC = "audit";
    static final int PARTITIONS = 3;
    private static final int AT_ONCE = 70;

    private final Map<TopicPartition, List<ConsumerRecord<String, Object>>> records = new HashMap<>();
    private int added;
    private int read;

    StampedLog() {
        super("none");
        List<PartitionInfo> all = IntStream.range(0, PARTITIONS)
                .mapToObj(number -> new PartitionInfo(TOPIC, number, null, null, null))
                .toList();
        updatePartitions(TOPIC, all);
        for (int number = 0; number < PARTITIONS; number++) {
            records.put(new TopicPartition(TOPIC, number), new ArrayList<>());
        }
    }

    /** Adds a record to the next partition. */
    void add(Instant came, Object value) {
        TopicPartition partition = new TopicPartition(TOPIC, added++ % PARTITIONS);
        List<ConsumerRecord<String, Object>> log = records.get(partition);
        log.add(new ConsumerRecord<>(
                TOPIC,
                partition.partition(),
                log.size(),
                came.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                null,
                value,
                new RecordHeaders(),
                Optional.empty()));
        updateBeginningOffsets(Map.of(partition, 0L));
        updateEndOffsets(Map.of(partition, (long) log.size()));
    }

    int read() {
        return read;
    }

    @Override
    public synchronized ConsumerRecords<String, Object> poll(Duration timeout) {
        Map<TopicPartition, List<ConsumerRecord<String, Object>>> polled = new HashMap<>();
        for (TopicPartition partition : assignment()) {
            if (!paused().contains(partition)) {
                List<ConsumerRecord<String, Object>> log = records.get(partition);
                int from = (int) position(partition);
                int to = Math.min(log.size(), from + AT_ONCE);
                polled.put(partition, log.subList(from, to));
                seek(partition, to);
                read += to - from;
            }
        }
        return new ConsumerRecords<>(polled, Map.of());
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
        Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
        times.forEach((partition, time) -> found.put(
                partition,
                records.get(partition).stream()
                        .filter(record -> record.timestamp() >= time)
                        .findFirst()
                        .map(record -> new OffsetAndTimestamp(record.offset(), record.timestamp()))
                        .orElse(null)));
        return found;
    }
}
