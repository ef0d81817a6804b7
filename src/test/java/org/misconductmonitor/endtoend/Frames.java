package org.misconductmonitor.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** Allegations as the bytes that publishers send, of this release and of a newer one. */
final class Frames {
    private static final EventAvro AVRO = new EventAvro();

    private final SchemaRegistryClient registry;
    private final Site site;

    Frames(Site site) {
        MonitorConfig config = site.config();
        registry = new SchemaRegistryClient(
                RegistryConfig.from(config.passThrough().serdes()));
        this.site = site;
    }

    /** An allegation that passes every check. */
    static Event event(String id, String officer, Map<Field, ?> more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, "RECORDED");
        fields.put(Field.EVENT_ID, id);
        fields.put(Field.OFFICER_ID, officer);
        fields.put(Field.CASE_ID, "case-" + id);
        fields.put(Field.ALLEGATION_ID, "allegation-" + id);
        fields.put(Field.CATEGORY, "05A");
        fields.put(Field.RECORDED_AT, Instant.parse("2004-02-29T00:00:00Z"));
        return EventBuilder.of(fields).with(more);
    }

    /** In the schema of this release. */
    byte[] of(Event event) {
        IndexedRecord record = AVRO.write(event);
        MonitorTopic topic = EventAvro.topic(event.type().feed());
        return frame(registry.register(subject(topic), record.getSchema()), record);
    }

    /**
     * In a schema that has a field more and a symbol more in two enums; not decoded by this client, so nobody knows its
     * id.
     *
     * @param enumField of the record, to hold the new symbol
     */
    byte[] ofNewerPublisher(Event event, String enumField, String symbol) {
        IndexedRecord known = AVRO.write(event);
        Schema newer = newer(enumField, symbol);
        GenericData.Record record = new GenericData.Record(newer);
        known.getSchema().getFields().forEach(field -> record.put(field.name(), known.get(field.pos())));
        Schema type = newer.getField(enumField).schema();
        Schema words = type.isUnion() ? type.getTypes().get(1) : type;
        record.put(enumField, new GenericData.EnumSymbol(words, symbol));
        record.put("moonPhase", "waning");
        return frame(registry.register(subject(MonitorTopic.ALLEGATIONS), newer), record);
    }

    private String subject(MonitorTopic topic) {
        return site.topic(topic) + "-value";
    }

    private static Schema newer(String enumField, String symbol) {
        try {
            ObjectNode schema = (ObjectNode) new ObjectMapper()
                    .readTree(TopicSchemas.of(MonitorTopic.ALLEGATIONS).toString());
            ArrayNode fields = (ArrayNode) schema.get("fields");
            fields.forEach(field -> {
                if (field.get("name").asText().equals(enumField)) {
                    ((ArrayNode) field.findValue("symbols")).add(symbol);
                }
            });
            fields.addObject().put("name", "moonPhase").put("type", "string").put("default", "");
            return new Schema.Parser().parse(schema.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] frame(int schemaId, IndexedRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(schemaId).array());
        try {
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
