package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;

/** Facts handed from one officer's key to another's, as Avro records and back. */
final class HandoverAvro {
    private static final String GIVEN = "GIVEN";
    private static final String TAKEN_BACK = "TAKEN_BACK";

    private final Schema schema = TopicSchemas.of(MonitorTopic.HANDOVERS);

    GenericData.Record write(Handover handover) {
        StoredFact fact = handover.fact();
        GenericData.Record record = new GenericData.Record(schema);
        record.put("toOfficerId", handover.toOfficerId());
        record.put("fromOfficerId", fact.hop().fromOfficerId());
        record.put(
                "action",
                new GenericData.EnumSymbol(
                        schema.getField("action").schema(), handover.present() ? GIVEN : TAKEN_BACK));
        record.put("causeEventId", fact.hop().eventId());
        record.put("eventId", fact.event().eventId());
        record.put("fact", ByteBuffer.wrap(EventCodec.encode(List.of(fact))));
        return record;
    }

    Handover read(IndexedRecord record) {
        ByteBuffer buffer = ((ByteBuffer) get(record, "fact")).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        StoredFact fact = EventCodec.decode(bytes).get(0);
        if (fact.hop() == null) {
            throw new IllegalArgumentException("a fact that does not say which way it came");
        }
        return new Handover(
                get(record, "toOfficerId").toString(),
                fact,
                GIVEN.equals(get(record, "action").toString()));
    }

    private static Object get(IndexedRecord record, String field) {
        return record.get(record.getSchema().getField(field).pos());
    }
}
