package org.misconductmonitor.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Header;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;

/** Collects hostile records: each begins as a good one and is then spoilt. */
final class Records {
    static final List<MonitorTopic> FEEDS =
            List.of(MonitorTopic.ALLEGATIONS, MonitorTopic.VETTING, MonitorTopic.WORKFORCE, MonitorTopic.REPORTS);

    private final Schemas schemas;
    private final Instant now;
    private final List<HostileRecord> all = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** @param now when they are published, about */
    Records(Schemas schemas, Instant now) {
        this.schemas = schemas;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Schemas schemas() {
        return schemas;
    }

    List<HostileRecord> all() {
        return List.copyOf(all);
    }

    void add(String name, MonitorTopic topic, byte[] key, byte[] value, List<Header> headers, Expected expected) {
        if (!names.add(name + topic)) {
            throw new IllegalStateException("two are called " + name + " in " + topic);
        }
        all.add(new HostileRecord(name, topic, key, value, headers, expected));
    }

    void add(String name, MonitorTopic topic, byte[] key, byte[] value, Reason reason) {
        add(name, topic, key, value, List.of(), expected(reason));
    }

    /** A value with the key of a good record. */
    void value(String name, MonitorTopic topic, byte[] value, Reason reason) {
        add(name, topic, key(topic), value, reason);
    }

    /**
     * A good record of this release's schema but for the change.
     *
     * @param reason null: it is taken
     */
    void changed(String name, MonitorTopic topic, Reason reason, Consumer<GenericData.Record> change) {
        GenericData.Record record = good(topic, name);
        change.accept(record);
        value(name, topic, frame(record), reason);
    }

    /** One of the fields of an allegation set to this. */
    void field(String name, String field, Object value, Reason reason) {
        changed(name, MonitorTopic.ALLEGATIONS, reason, record -> record.put(field, value));
    }

    /**
     * An allegation as a schema says it that is made of ours.
     *
     * @param schema changes the list of fields
     * @param change sets what only the new one has
     */
    void evolved(String name, Consumer<ArrayNode> schema, Reason reason, Consumer<GenericData.Record> change) {
        ObjectNode theirs = Json.object(TopicSchemas.of(MonitorTopic.ALLEGATIONS));
        schema.accept((ArrayNode) theirs.get("fields"));
        GenericData.Record record = new GenericData.Record(Json.schema(theirs));
        GenericData.Record known = good(MonitorTopic.ALLEGATIONS, name);
        known.getSchema().getFields().stream()
                .filter(field -> record.getSchema().getField(field.name()) != null)
                .forEach(field -> record.put(field.name(), known.get(field.pos())));
        change.accept(record);
        value(name, MonitorTopic.ALLEGATIONS, frame(record), reason);
    }

    /** A record that passes every check, about an officer of the topic's own. */
    static GenericData.Record good(MonitorTopic topic, String id) {
        GenericData.Record record = new GenericData.Record(TopicSchemas.of(topic));
        String type =
                switch (topic) {
                    case ALLEGATIONS -> "RECORDED";
                    case VETTING -> "VETTING_GRANTED";
                    case WORKFORCE -> "JOINED";
                    case REPORTS -> "HOTLINE_REPORT";
                    default -> throw new IllegalArgumentException(topic + " is no feed");
                };
        record.put("eventId", "event of " + id);
        record.put(
                "eventType",
                new GenericData.EnumSymbol(
                        record.getSchema().getField("eventType").schema(), type));
        record.put("revision", 1);
        record.put("tenantId", "tenant");
        record.put("officerId", officer(topic));
        if (topic == MonitorTopic.ALLEGATIONS) {
            record.put("caseId", "case of " + id);
            record.put("allegationId", "allegation of " + id);
            record.put("category", "05A");
            record.put("recordedAt", micros(Instant.parse("2004-02-29T00:00:00Z")));
        } else {
            record.put("at", micros(Instant.parse("2004-02-29T00:00:00Z")));
        }
        if (topic == MonitorTopic.REPORTS) {
            record.put("reportId", "report of " + id);
        }
        return record;
    }

    static String officer(MonitorTopic topic) {
        return "hostile-" + topic.suffix();
    }

    static byte[] key(MonitorTopic topic) {
        return officer(topic).getBytes(UTF_8);
    }

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1000);
    }

    byte[] frame(GenericData.Record record) {
        return frame(schemas.id(record.getSchema()), payload(record));
    }

    static byte[] frame(int id, byte[] payload) {
        return ByteBuffer.allocate(5 + payload.length)
                .put((byte) 0)
                .putInt(id)
                .put(payload)
                .array();
    }

    static byte[] payload(GenericData.Record record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Expected expected(Reason reason) {
        return reason == null ? new Expected.Accepted() : new Expected.DeadLetter(reason);
    }
}
