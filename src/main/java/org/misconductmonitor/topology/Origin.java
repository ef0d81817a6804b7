package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Where a record came from, and its bytes: what a dead letter needs.
 *
 * @param topic source topic
 * @param partition source partition
 * @param offset source offset
 * @param timestamp ingestion time, milliseconds since 1970
 * @param publisher who published it, as far as known
 * @param key original key, may be null
 * @param value original value, may be null
 * @param headers original headers
 */
record Origin(
        String topic,
        int partition,
        long offset,
        long timestamp,
        String publisher,
        byte[] key,
        byte[] value,
        Headers headers) {
    static final String UNKNOWN_PUBLISHER = "unknown";

    static Origin of(Record<byte[], byte[]> record, RecordMetadata metadata) {
        return new Origin(
                metadata.topic(),
                metadata.partition(),
                metadata.offset(),
                record.timestamp(),
                UNKNOWN_PUBLISHER,
                record.key(),
                record.value(),
                record.headers());
    }

    /** Of a record read outside the topology. */
    static Origin of(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                UNKNOWN_PUBLISHER,
                record.key(),
                record.value(),
                record.headers());
    }

    /** Without the value, which stays where it came from, and with a header that says so. */
    Origin withheld() {
        Headers marked = new RecordHeaders(headers);
        marked.add(DeadLetters.WITHHELD, new byte[0]);
        return new Origin(topic, partition, offset, timestamp, publisher, key, null, marked);
    }

    /**
     * Whether the key is this text: by its bytes, because many that are no UTF-8 look the same as text, and each lies in a
     * partition of its own.
     */
    boolean hasKey(String text) {
        return Arrays.equals(key, text.getBytes(StandardCharsets.UTF_8));
    }

    Origin publishedBy(String name) {
        return new Origin(topic, partition, offset, timestamp, name, key, value, headers);
    }
}
