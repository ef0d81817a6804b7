package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.Rejection;

/**
 * Dead letters: the original key, value and headers, with headers that say why and from where. They hold no personal
 * data beyond what the record itself holds; where free text is kept only sealed, they hold no value: what could not be
 * read may say anything, and it is where it came from. The names with two underscores are those of Kafka Streams' own dead-letter
 * queue, so that its tools understand them.
 */
public final class DeadLetters {
    public static final String REASON = "misconduct.reason";
    public static final String FIELD = "misconduct.field";
    public static final String PUBLISHER = "misconduct.publisher";
    public static final String TIMESTAMP = "misconduct.timestamp";
    /** Only on the note that a dead letter was published again: a record without a reason, key or value. */
    public static final String REPLAYED = "misconduct.replayed";

    public static final String MESSAGE = "__streams.errors.message";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    /** Only where the value was left where it came from. */
    public static final String WITHHELD = "misconduct.withheld";

    private DeadLetters() {}

    static Record<byte[], byte[]> of(Origin origin, Rejection rejection) {
        Headers headers = new RecordHeaders(origin.headers());
        headers.remove(FIELD);
        put(headers, REASON, rejection.reason().name());
        if (rejection.field() != null) {
            put(headers, FIELD, rejection.field().jsonName());
        }
        put(headers, PUBLISHER, origin.publisher());
        put(headers, MESSAGE, rejection.toString());
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, TIMESTAMP, Long.toString(origin.timestamp()));
        return new Record<>(origin.key(), origin.value(), origin.timestamp(), headers);
    }

    /** Says in the topic itself that a dead letter was published again, in the transaction that did it. */
    static Headers replayed(DeadLetter letter) {
        Headers headers = new RecordHeaders();
        put(headers, REPLAYED, letter.position());
        put(headers, TOPIC, letter.source().topic());
        put(headers, PARTITION, Integer.toString(letter.source().partition()));
        put(headers, OFFSET, Long.toString(letter.source().offset()));
        put(headers, TIMESTAMP, Long.toString(letter.source().timestamp()));
        return headers;
    }

    /** Takes the headers off again that {@link #of} put on, for publishing the record once more. */
    public static Headers original(Headers headers) {
        Headers original = new RecordHeaders(headers);
        for (String name :
                new String[] {REASON, FIELD, PUBLISHER, MESSAGE, TOPIC, PARTITION, OFFSET, TIMESTAMP, WITHHELD}) {
            original.remove(name);
        }
        return original;
    }

    /** @return the last value of the header as text; null if there is none, or it has no value */
    public static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
