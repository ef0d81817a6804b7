package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/** Decodes and checks records of input topics: the one place that says which are good. For one thread. */
final class Inspection {
    private final Map<String, Feed> feeds;
    private final int partitions;
    private final Deserializer<Object> deserializer;
    private final EventAvro avro = new EventAvro();
    private final EventDraft draft = new EventDraft();

    /**
     * @param feeds which feed each topic is
     * @param partitions of each of them
     * @param deserializer decodes the values
     */
    Inspection(Map<String, Feed> feeds, int partitions, Deserializer<Object> deserializer) {
        this.feeds = feeds;
        this.partitions = partitions;
        this.deserializer = deserializer;
    }

    /**
     * Reads the value.
     *
     * @throws InvalidEventException if it is no event of the feed; any other exception is the registry's
     */
    Event decode(Origin origin) {
        Object decoded = Decoding.decode(origin, deserializer);
        return avro.read(decoded, feeds.get(origin.topic()), draft);
    }

    /**
     * For those who have no use for what is wrong.
     *
     * @return the event, or nothing if it is not good; an exception is the registry's
     */
    Optional<Event> accepted(Origin origin) {
        try {
            Event event = decode(origin);
            return check(event, origin).isEmpty() ? Optional.of(event) : Optional.empty();
        } catch (InvalidEventException e) {
            return Optional.empty();
        }
    }

    /** @return what is wrong with the event or where it lies, or nothing */
    Optional<Rejection> check(Event event, Origin origin) {
        if (origin.key() == null) {
            return Optional.of(new Rejection(Rejection.Reason.NULL_KEY, null));
        }
        Optional<Rejection> rejection = EventCheck.check(event, Instant.ofEpochMilli(origin.timestamp()));
        if (rejection.isEmpty() && !origin.hasKey(EventCheck.expectedKey(event))) {
            return Optional.of(new Rejection(Rejection.Reason.KEY_MISMATCH, null));
        }
        // Elsewhere the officer's other facts would never be met: half a record raises half the alerts.
        if (rejection.isEmpty() && BuiltInPartitioner.partitionForKey(origin.key(), partitions) != origin.partition()) {
            return Optional.of(new Rejection(Rejection.Reason.WRONG_PARTITION, null));
        }
        return rejection;
    }
}
