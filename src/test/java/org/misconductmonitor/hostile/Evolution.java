package org.misconductmonitor.hostile;

import static org.misconductmonitor.event.Rejection.Reason.MISSING_FIELD;
import static org.misconductmonitor.event.Rejection.Reason.UNKNOWN_SCHEMA;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_RECORD;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_TYPE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;

/** Publishers of an older release, of a newer one, and of one that went another way. */
final class Evolution {
    private static final Map<MonitorTopic, String> FILES = Map.of(
            MonitorTopic.ALLEGATIONS, "allegation-event",
            MonitorTopic.VETTING, "vetting-event",
            MonitorTopic.WORKFORCE, "workforce-event",
            MonitorTopic.REPORTS, "report-event");

    private Evolution() {}

    static void into(Records records) {
        added(records);
        changedTypes(records);
        renamed(records);
        released(records);
        wrongPlaces(records);
        ids(records);
    }

    private static void added(Records records) {
        records.evolved(
                "a field more",
                fields -> fields.addObject().put("name", "moonPhase").put("type", "string"),
                null,
                record -> record.put("moonPhase", "waning"));
        records.evolved(
                "a field more that is nothing",
                fields -> fields.addObject().put("name", "moonPhase").put("type", "null"),
                null,
                record -> {});
        records.evolved(
                "a tree more",
                fields -> fields.addObject()
                        .put("name", "tree")
                        .set(
                                "type",
                                Json.read("{\"type\":\"map\",\"values\":{\"type\":\"array\",\"items\":\"bytes\"}}")),
                null,
                record -> record.put("tree", Map.of("a", List.of(ByteBuffer.wrap(new byte[] {1, 2})))));
        records.evolved(
                "a word more",
                fields -> symbols(fields, "severity").add("CATASTROPHIC"),
                null,
                record -> record.put("severity", word(record, "severity", "CATASTROPHIC")));
        records.evolved("a type more", fields -> symbols(fields, "eventType").add("TELEPORTED"), null, record -> {
            record.put("eventType", word(record, "eventType", "TELEPORTED"));
            record.put("at", 0L);
        });
        records.evolved(
                "words in another order",
                fields -> symbols(fields, "eventType")
                        .removeAll()
                        .add("RESTORED")
                        .add("UNKNOWN")
                        .add("RECORDED"),
                null,
                record -> record.put("eventType", word(record, "eventType", "RECORDED")));
        records.evolved(
                "fields in another order",
                fields -> fields.add(fields.remove(Json.index(fields, "eventId"))),
                null,
                record -> {});
        records.evolved(
                "fields without those nobody needs",
                fields -> {
                    for (String name : List.of("revision", "tenantId", "narrative", "at")) {
                        fields.remove(Json.index(fields, name));
                    }
                },
                null,
                record -> {});
    }

    private static void changedTypes(Records records) {
        type(records, "an int grown to a long", "revision", "\"long\"", 1L, WRONG_TYPE);
        type(records, "an int grown to a choice", "revision", "[\"null\",\"int\",\"string\"]", 2, null);
        type(records, "an int shrunk to nothing", "revision", "\"null\"", null, null);
        type(records, "a number in words", "revision", "[\"null\",\"int\",\"string\"]", "two", WRONG_TYPE);
        type(records, "a text that cannot be absent", "category", "\"string\"", "05A", null);
        type(records, "a word as text", "severity", "\"string\"", "MISCONDUCT", null);
        type(records, "a type as text", "eventType", "\"string\"", "RECORDED", null);
        type(
                records,
                "a text as bytes",
                "category",
                "\"bytes\"",
                ByteBuffer.wrap("05A".getBytes(StandardCharsets.UTF_8)),
                WRONG_TYPE);
        type(
                records,
                "a text as a list",
                "category",
                "{\"type\":\"array\",\"items\":\"string\"}",
                List.of("05A"),
                WRONG_TYPE);
        type(records, "an id as a number", "eventId", "\"long\"", 5L, WRONG_TYPE);
        type(records, "a flag as a number", "outside", "\"int\"", 1, WRONG_TYPE);
        type(records, "a flag as a word", "outside", "\"string\"", "true", WRONG_TYPE);
        type(records, "a type that is a number", "eventType", "\"int\"", 1, WRONG_TYPE);
        type(records, "no type", "eventType", "\"null\"", null, MISSING_FIELD);
        type(records, "no id", "eventId", "\"null\"", null, MISSING_FIELD);
        records.evolved("a text as a record", fields -> Json.type(fields, "caseId", """
                {"type":"record","name":"Case","fields":[{"name":"id","type":"string"}]}"""), WRONG_TYPE, record -> {
            GenericData.Record part =
                    new GenericData.Record(record.getSchema().getField("caseId").schema());
            part.put("id", "c");
            record.put("caseId", part);
        });
    }

    private static void renamed(Records records) {
        renamed(records, "officerId", MISSING_FIELD);
        renamed(records, "caseId", MISSING_FIELD);
        renamed(records, "recordedAt", MISSING_FIELD);
        renamed(records, "eventId", MISSING_FIELD);
        renamed(records, "tenantId", null);
        for (String name : List.of("eventId", "eventType", "recordedAt", "caseId", "allegationId", "category")) {
            records.evolved(
                    "a schema without " + name,
                    fields -> fields.remove(Json.index(fields, name)),
                    MISSING_FIELD,
                    record -> {});
        }
    }

    /** An alias helps a reader of the newer schema to read the older, not the other way round. */
    private static void renamed(Records records, String name, Reason reason) {
        records.evolved(
                name + " by another name",
                fields ->
                        Json.field(fields, name).put("name", "theirs").set("aliases", Json.read("[\"" + name + "\"]")),
                reason,
                record -> record.put(
                        "theirs",
                        Records.good(MonitorTopic.ALLEGATIONS, "theirs").get(name)));
    }

    private static void released(Records records) {
        for (MonitorTopic topic : Records.FEEDS) {
            Schema schema = parse(Path.of("schemas/released/0.1.0", FILES.get(topic) + ".avsc"));
            GenericData.Record record = new GenericData.Record(schema);
            GenericData.Record known = Records.good(topic, "of the first release");
            schema.getFields().forEach(field -> record.put(field.name(), known.get(field.name())));
            records.value("of the first release", topic, records.frame(record), null);
        }
    }

    private static void wrongPlaces(Records records) {
        for (MonitorTopic topic : Records.FEEDS) {
            for (MonitorTopic other : Records.FEEDS) {
                if (other != topic) {
                    byte[] value = records.frame(Records.good(other, "misplaced"));
                    records.value("a record of " + other, topic, value, WRONG_RECORD);
                }
            }
        }
        Schema stranger = new Schema.Parser().parse("""
                {"type":"record","name":"Sighting","fields":[{"name":"eventId","type":"string"}]}""");
        GenericData.Record sighting = new GenericData.Record(stranger);
        sighting.put("eventId", "a bird");
        Records.FEEDS.forEach(
                topic -> records.value("a record of a stranger", topic, records.frame(sighting), WRONG_RECORD));
        ObjectNode elsewhere =
                Json.object(TopicSchemas.of(MonitorTopic.ALLEGATIONS)).put("namespace", "elsewhere");
        GenericData.Record known = Records.good(MonitorTopic.ALLEGATIONS, "of another name space");
        GenericData.Record record = new GenericData.Record(Json.schema(elsewhere));
        known.getSchema().getFields().forEach(field -> record.put(field.name(), known.get(field.pos())));
        record.put("eventType", word(record, "eventType", "RECORDED"));
        records.value("of another name space", MonitorTopic.ALLEGATIONS, records.frame(record), null);
    }

    private static void ids(Records records) {
        for (MonitorTopic topic : Records.FEEDS) {
            byte[] payload = Records.payload(Records.good(topic, "x"));
            for (int id : new int[] {0, -1, 999_999, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                records.value("of schema " + id, topic, Records.frame(id, payload), UNKNOWN_SCHEMA);
            }
        }
    }

    private static void type(Records records, String name, String field, String type, Object value, Reason reason) {
        records.evolved(name, fields -> Json.type(fields, field, type), reason, record -> record.put(field, value));
    }

    private static ArrayNode symbols(ArrayNode fields, String name) {
        return (ArrayNode) Json.field(fields, name).findValue("symbols");
    }

    private static GenericData.EnumSymbol word(GenericData.Record record, String field, String word) {
        Schema type = record.getSchema().getField(field).schema();
        return new GenericData.EnumSymbol(type.isUnion() ? type.getTypes().get(1) : type, word);
    }

    private static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
