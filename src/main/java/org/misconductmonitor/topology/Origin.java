package org.misconductmonitor.topology;

import org.apache.kafka.common.header.Headers;

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

    Origin publishedBy(String name) {
        return new Origin(topic, partition, offset, timestamp, name, key, value, headers);
    }
}
