package org.misconductmonitor.topology;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * A record of the dead-letter topic.
 *
 * @param partition where it is in the dead-letter topic
 * @param offset where it is in the dead-letter topic
 * @param source where the record that could not be processed is
 * @param reason code
 * @param field name of the field that is wrong, or null
 * @param publisher who published it, "unknown" if it could not be read
 * @param key original key, may be null
 * @param value original value, may be null
 * @param headers with those that say why and from where
 */
public record DeadLetter(
        int partition,
        long offset,
        Source source,
        String reason,
        String field,
        String publisher,
        byte[] key,
        byte[] value,
        Headers headers) {

    /**
     * Identity of the original record, also when its topic is made again and counts from 0.
     *
     * @param topic input topic
     * @param partition of it
     * @param offset in it
     * @param timestamp ingestion time, milliseconds since 1970
     */
    public record Source(String topic, int partition, long offset, long timestamp) {
        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    /** Where it is in the dead-letter topic, as the command line names it. */
    public String position() {
        return partition + "@" + offset;
    }

    /** @return empty if the headers do not say where the record came from: others wrote it */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return source(headers)
                .filter(source -> DeadLetters.text(headers, DeadLetters.REASON) != null)
                .map(source -> new DeadLetter(
                        record.partition(),
                        record.offset(),
                        source,
                        DeadLetters.text(headers, DeadLetters.REASON),
                        DeadLetters.text(headers, DeadLetters.FIELD),
                        Optional.ofNullable(DeadLetters.text(headers, DeadLetters.PUBLISHER))
                                .orElse(Origin.UNKNOWN_PUBLISHER),
                        record.key(),
                        record.value(),
                        headers));
    }

    /** @return the record that was published again, if this is a note about that */
    static Optional<Source> replayed(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        boolean isNote = DeadLetters.text(headers, DeadLetters.REPLAYED) != null
                && DeadLetters.text(headers, DeadLetters.REASON) == null;
        return isNote ? source(headers) : Optional.empty();
    }

    /** Whether its value was left where it came from. */
    boolean isWithheld() {
        return value == null && headers != null && headers.lastHeader(DeadLetters.WITHHELD) != null;
    }

    DeadLetter withValue(byte[] original) {
        return new DeadLetter(partition, offset, source, reason, field, publisher, key, original, headers);
    }

    /** The same without the record that it holds, which may be large. */
    DeadLetter withoutContent() {
        return new DeadLetter(partition, offset, source, reason, field, publisher, null, null, null);
    }

    private static Optional<Source> source(Headers headers) {
        try {
            String topic = DeadLetters.text(headers, DeadLetters.TOPIC);
            return topic == null
                    ? Optional.empty()
                    : Optional.of(new Source(
                            topic,
                            Integer.parseInt(DeadLetters.text(headers, DeadLetters.PARTITION)),
                            Long.parseLong(DeadLetters.text(headers, DeadLetters.OFFSET)),
                            Long.parseLong(DeadLetters.text(headers, DeadLetters.TIMESTAMP))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
