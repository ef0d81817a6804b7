package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.EncodedRecord;
import org.misconductmonitor.topology.serdes.PayloadEncoder;

/** Contributions as Avro records and back, in their topic and in the state store. */
final class ContributionAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.CONTRIBUTIONS);
    private final byte[] header = SingleObject.header(schema);
    private final PayloadEncoder encoder = new PayloadEncoder(schema);
    private final BinaryMessageDecoder<GenericRecord> decoder = ReleasedSchemas.decoder(MonitorTopic.CONTRIBUTIONS);

    /** @param knownAt ingestion time of the record that brought it */
    EncodedRecord write(Contribution contribution, Instant knownAt) {
        try {
            return encoder.encoded(record(contribution, knownAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenericData.Record record(Contribution contribution, Instant knownAt) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("tenantId", contribution.tenantId());
        record.put("subject", contribution.subject().storeKey());
        record.put("factKey", contribution.key());
        record.put(
                "fact",
                contribution.isGone()
                        ? null
                        : ByteBuffer.wrap(EventCodec.encode(List.of(StoredFact.of(contribution.seen())))));
        record.put("outcome", contribution.outcome());
        record.put("reason", contribution.reason());
        record.put("knownAt", EventAvro.micros(knownAt));
        return record;
    }

    Contribution read(IndexedRecord record) {
        ByteBuffer fact = (ByteBuffer) get(record, "fact");
        return new Contribution(
                text(record, "tenantId"),
                Subject.ofStoreKey(text(record, "subject")),
                text(record, "factKey"),
                fact == null ? null : EventCodec.decode(bytes(fact)).get(0).event(),
                text(record, "outcome"),
                text(record, "reason"));
    }

    static Instant knownAt(IndexedRecord record) {
        return EventAvro.instant((Long) get(record, "knownAt"));
    }

    /** What the store keeps of a record of the topic: what is in it is not decoded and encoded again. */
    byte[] stored(IndexedRecord record) {
        GenericData.Record own = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            own.put(field.pos(), get(record, field.name()));
        }
        try {
            return encoder.behind(header, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Contribution decode(byte[] stored) {
        try {
            return read(decoder.decode(stored));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a fact of a tenant in the state store cannot be read; was it written by a newer release?", e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String text(IndexedRecord record, String name) {
        Object value = get(record, name);
        return value == null ? null : value.toString();
    }

    private static Object get(IndexedRecord record, String name) {
        return record.get(record.getSchema().getField(name).pos());
    }
}
