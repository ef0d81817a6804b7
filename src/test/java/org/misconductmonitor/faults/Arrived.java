package org.misconductmonitor.faults;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.endtoend.RawRecords;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.topology.EventAvro;

/**
 * A committed record of an input topic.
 *
 * @param topic where it lies
 * @param partition where it lies
 * @param offset where it lies
 * @param key may be null
 * @param value may be null
 * @param event what it says, or null if it is garbage
 */
record Arrived(String topic, int partition, long offset, byte[] key, byte[] value, Event event) {
    /** All there are, in the order of each partition. */
    static List<Arrived> at(Site site) {
        EventAvro avro = new EventAvro();
        Deserializer<Object> deserializer = site.serdes().deserializer();
        List<Arrived> all = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            for (ConsumerRecord<byte[], byte[]> record :
                    RawRecords.of(site, site.topic(EventAvro.topic(feed))).all()) {
                all.add(new Arrived(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        record.value(),
                        event(record, feed, avro, deserializer)));
            }
        }
        return all;
    }

    private static Event event(
            ConsumerRecord<byte[], byte[]> record, Feed feed, EventAvro avro, Deserializer<Object> deserializer) {
        try {
            return avro.read(deserializer.deserialize(record.topic(), record.headers(), record.value()), feed);
        } catch (SerializationException e) {
            return null;
        }
    }

    /** In whose name it is accounted for. */
    String publisher() {
        if (event == null) {
            return "unknown";
        }
        String publisher = event.text(Field.PUBLISHER_ID);
        String source = event.text(Field.SOURCE);
        return publisher != null ? publisher : source != null ? source : "unknown";
    }
}
