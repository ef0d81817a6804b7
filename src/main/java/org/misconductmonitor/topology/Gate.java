package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.event.Vocabulary;
import org.misconductmonitor.topology.serdes.DecodeFailure;

/**
 * Decodes and checks every record on arrival. What passes goes on under its subject; what does not becomes a dead letter
 * with a reason. It decodes here, not in the source, so that bad bytes are counted in the same transaction as good ones.
 * A registry that is away stops the task instead: no good record is ever dead-lettered for it.
 */
final class Gate implements Processor<byte[], byte[], Object, Object> {
    private final Map<String, Feed> feeds;
    private final int partitions;
    private final Deserializer<Object> deserializer;
    private final EventAvro avro = new EventAvro();
    private final EventDraft draft = new EventDraft();
    private ProcessorContext<Object, Object> context;
    private Accounting accounting;

    /**
     * @param feeds which feed each source topic is
     * @param partitions of each of them
     * @param deserializer decodes the values
     */
    Gate(Map<String, Feed> feeds, int partitions, Deserializer<Object> deserializer) {
        this.feeds = feeds;
        this.partitions = partitions;
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        accounting = new Accounting(processorContext.getStateStore(Names.ACCOUNTING));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        Event event = null;
        Optional<Rejection> rejection;
        try {
            event = decode(origin);
            origin = origin.publishedBy(publisher(event));
            rejection = check(event, origin);
        } catch (InvalidEventException e) {
            rejection = Optional.of(e.rejection());
        }
        accounting.count(origin, Accounting.Outcome.READ);
        if (rejection.isPresent()) {
            accounting.count(origin, rejection.get());
            context.forward(DeadLetters.of(origin, rejection.get()), Names.DEAD_LETTERS_SINK);
        } else {
            if (Vocabulary.isForeign(event)) {
                accounting.count(origin, Accounting.Outcome.WITH_UNKNOWN_WORDS);
            }
            context.forward(
                    new Record<>(event.subject(), new Arrival.Published(event, origin), record.timestamp()),
                    Names.OFFICERS);
        }
    }

    private Event decode(Origin origin) {
        if (origin.value() == null) {
            throw new InvalidEventException(Rejection.Reason.NULL_VALUE, null);
        }
        Object decoded;
        try {
            decoded = deserializer.deserialize(origin.topic(), origin.headers(), origin.value());
        } catch (RuntimeException e) {
            if (DecodeFailure.classify(e) instanceof DecodeFailure.Malformed malformed) {
                throw new InvalidEventException(
                        Rejection.Reason.valueOf(malformed.reason().name()), null);
            }
            throw e;
        }
        return avro.read(decoded, feeds.get(origin.topic()), draft);
    }

    private Optional<Rejection> check(Event event, Origin origin) {
        if (origin.key() == null) {
            return Optional.of(new Rejection(Rejection.Reason.NULL_KEY, null));
        }
        Optional<Rejection> rejection = EventCheck.check(event, Instant.ofEpochMilli(origin.timestamp()));
        if (rejection.isEmpty()
                && !EventCheck.expectedKey(event).equals(new String(origin.key(), StandardCharsets.UTF_8))) {
            return Optional.of(new Rejection(Rejection.Reason.KEY_MISMATCH, null));
        }
        // Elsewhere the officer's other facts would never be met: half a record raises half the alerts.
        if (rejection.isEmpty() && BuiltInPartitioner.partitionForKey(origin.key(), partitions) != origin.partition()) {
            return Optional.of(new Rejection(Rejection.Reason.WRONG_PARTITION, null));
        }
        return rejection;
    }

    private static String publisher(Event event) {
        String publisher = event.text(Field.PUBLISHER_ID);
        String source = publisher == null ? event.text(Field.SOURCE) : publisher;
        boolean usable = source != null && source.length() <= EventCheck.LONGEST_ID && !Texts.hasControls(source);
        return usable ? source : Origin.UNKNOWN_PUBLISHER;
    }
}
