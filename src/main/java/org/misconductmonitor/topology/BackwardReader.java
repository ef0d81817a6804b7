package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a log backwards, a piece of one partition at a time, always where the latest unread records are: whoever wants the
 * end of a long log need not read its beginning. Records are stamped by the brokers when they come.
 */
final class BackwardReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<String, Object> consumer;
    private final int piece;
    private final List<Part> unread = new ArrayList<>();
    private long read;

    /** What is left of a partition. */
    private static final class Part {
        final TopicPartition partition;
        final long begin;
        long end;
        Instant latest = Instant.MAX;

        Part(TopicPartition partition, long begin, long end) {
            this.partition = partition;
            this.begin = begin;
            this.end = end;
        }
    }

    /**
     * Reads nothing yet.
     *
     * @param consumer has these partitions, and no others
     * @param begins offset of the first record of each partition that is wanted
     * @param ends offset behind the last
     * @param piece how many offsets at a time
     */
    BackwardReader(
            Consumer<String, Object> consumer,
            Map<TopicPartition, Long> begins,
            Map<TopicPartition, Long> ends,
            int piece) {
        this.consumer = consumer;
        this.piece = piece;
        consumer.pause(begins.keySet());
        begins.forEach((partition, begin) -> {
            if (begin < ends.get(partition)) {
                unread.add(new Part(partition, begin, ends.get(partition)));
            }
        });
    }

    boolean isDone() {
        return unread.isEmpty();
    }

    /** How many records were read. */
    long read() {
        return read;
    }

    /** No record that is left came later than this. */
    Instant latestUnread() {
        return unread.stream()
                .map(part -> part.latest)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /**
     * Reads one more piece, in the order of the log.
     *
     * @throws ClusterException if nothing comes for a minute
     */
    void step(java.util.function.Consumer<ConsumerRecord<String, Object>> taker) {
        Part part = unread.stream().max(Comparator.comparing(one -> one.latest)).orElseThrow();
        long start = Math.max(part.begin, part.end - piece);
        consumer.resume(List.of(part.partition));
        consumer.seek(part.partition, start);
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(part.partition) < part.end) {
            ConsumerRecords<String, Object> records = consumer.poll(POLL);
            for (ConsumerRecord<String, Object> record : records) {
                if (record.offset() < part.end) {
                    Instant came = Instant.ofEpochMilli(record.timestamp());
                    part.latest = came.isBefore(part.latest) ? came : part.latest;
                    read++;
                    taker.accept(record);
                }
            }
            if (!records.isEmpty()) {
                patience = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > patience) {
                throw new ClusterException("cannot read " + part.partition + " to its end: nothing comes", null);
            }
        }
        consumer.pause(List.of(part.partition));
        part.end = start;
        if (start <= part.begin) {
            unread.remove(part);
        }
    }
}
