package org.misconductmonitor.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.misconductmonitor.event.Rejection.Reason.INVALID_ID;
import static org.misconductmonitor.event.Rejection.Reason.INVALID_RULE;
import static org.misconductmonitor.event.Rejection.Reason.KEY_MISMATCH;
import static org.misconductmonitor.event.Rejection.Reason.MISSING_FIELD;
import static org.misconductmonitor.event.Rejection.Reason.NOT_AVRO_FRAME;
import static org.misconductmonitor.event.Rejection.Reason.NOT_UTF8;
import static org.misconductmonitor.event.Rejection.Reason.NULL_KEY;
import static org.misconductmonitor.event.Rejection.Reason.NULL_VALUE;
import static org.misconductmonitor.event.Rejection.Reason.TRUNCATED;
import static org.misconductmonitor.event.Rejection.Reason.UNKNOWN_SCHEMA;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_RECORD;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_TYPE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.util.Utf8;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicSchemas;

/** What analysts, the API and the monitor itself write, written by somebody else. */
final class OtherTopics {
    /** Fields that the monitor writes and does not read. */
    private static final Set<String> FOR_PEOPLE =
            Set.of("HANDOVERSfromOfficerId", "HANDOVERScauseEventId", "HANDOVERSeventId");

    private OtherTopics() {}

    static void into(Records records) {
        for (MonitorTopic topic : new MonitorTopic[] {MonitorTopic.RULES, MonitorTopic.REVIEWS}) {
            bytes(records, topic);
            fields(records, topic);
        }
        rules(records);
        reviews(records);
        ownTopics(records);
    }

    private static void bytes(Records records, MonitorTopic topic) {
        byte[] key = "hostile".getBytes(UTF_8);
        byte[] good = records.frame(good(topic));
        records.add("no value", topic, key, null, NULL_VALUE);
        records.add("garbage", topic, key, "garbage".getBytes(UTF_8), NOT_AVRO_FRAME);
        records.add("cut in the middle", topic, key, Arrays.copyOf(good, good.length / 2), TRUNCATED);
        records.add("of no schema", topic, key, Records.frame(-7, new byte[9]), UNKNOWN_SCHEMA);
        records.add("no key", topic, null, good, NULL_KEY);
        records.add("another key", topic, "another".getBytes(UTF_8), good, KEY_MISMATCH);
        records.add(
                "an allegation", topic, key, records.frame(Records.good(MonitorTopic.ALLEGATIONS, "x")), WRONG_RECORD);
    }

    /** The schema of that name may say anything: each field once absent and once a list. */
    private static void fields(Records records, MonitorTopic topic) {
        for (var field : TopicSchemas.of(topic).getFields()) {
            boolean optional = field.schema().isUnion();
            if (!optional
                    && !field.name().equals("alertRevision")
                    && !field.name().equals("action")) {
                evolved(
                        records,
                        "without " + field.name(),
                        topic,
                        fields -> fields.remove(Json.index(fields, field.name())),
                        record -> {},
                        MISSING_FIELD);
            }
            evolved(
                    records,
                    field.name() + " is a list",
                    topic,
                    fields -> Json.type(fields, field.name(), "{\"type\":\"array\",\"items\":\"int\"}"),
                    record -> record.put(field.name(), List.of(1)),
                    WRONG_TYPE);
        }
    }

    private static void rules(Records records) {
        rule(records, "a rule that is no YAML", "{{{{", INVALID_RULE);
        rule(records, "a rule of nothing", "", INVALID_RULE);
        rule(records, "a rule with controls", "id: \u0000\u001B[2J", INVALID_RULE);
        rule(records, "a rule without end", "[".repeat(400_000), INVALID_RULE);
        rule(records, "a rule of aliases", "a: &a [x]\nb: [*a,*a]", INVALID_RULE);
        rule(records, "a rule with a tag", "!!java.net.URLClassLoader [[]]", INVALID_RULE);
        rule(records, "a rule of a megabyte", "# " + "x".repeat(1_000_000), INVALID_RULE);
        rule(records, "a rule of another name", "id: other\ntitle: t", INVALID_RULE);
        put(
                records,
                "a rule that is not UTF-8",
                MonitorTopic.RULES,
                "yaml",
                new Utf8(new byte[] {(byte) 0xFF}),
                NOT_UTF8);
    }

    private static void rule(Records records, String name, String yaml, Reason reason) {
        put(records, name, MonitorTopic.RULES, "yaml", yaml, reason);
    }

    private static void reviews(Records records) {
        for (String id : new String[] {"actionId", "alertId"}) {
            put(records, id + " with NUL", MonitorTopic.REVIEWS, id, "a\u0000b", INVALID_ID);
            put(records, id + " is blank", MonitorTopic.REVIEWS, id, " ", INVALID_ID);
            put(records, id + " of 201 characters", MonitorTopic.REVIEWS, id, "i".repeat(201), INVALID_ID);
        }
        put(records, "of no alert", MonitorTopic.REVIEWS, "alertId", "none", null);
        put(records, "of revision -1", MonitorTopic.REVIEWS, "alertRevision", -1, null);
        put(records, "acted at the end of time", MonitorTopic.REVIEWS, "actedAt", Long.MAX_VALUE, null);
        put(records, "snoozed for ever", MonitorTopic.REVIEWS, "snoozeUntil", Long.MAX_VALUE, null);
        put(records, "a comment of a megabyte", MonitorTopic.REVIEWS, "comment", "x".repeat(900_000), null);
    }

    private static void ownTopics(Records records) {
        for (MonitorTopic topic : new MonitorTopic[] {MonitorTopic.HANDOVERS, MonitorTopic.CONTRIBUTIONS}) {
            byte[] key = "hostile".getBytes(UTF_8);
            records.add("no value", topic, key, null, WRONG_RECORD);
            records.add("garbage", topic, null, "garbage".getBytes(UTF_8), WRONG_RECORD);
            records.add("of no schema", topic, key, Records.frame(-7, new byte[9]), WRONG_RECORD);
            records.add(
                    "an allegation",
                    topic,
                    key,
                    records.frame(Records.good(MonitorTopic.ALLEGATIONS, "x")),
                    WRONG_RECORD);
            for (var field : TopicSchemas.of(topic).getFields()) {
                evolved(
                        records,
                        "without " + field.name(),
                        topic,
                        fields -> fields.remove(Json.index(fields, field.name())),
                        record -> {},
                        FOR_PEOPLE.contains(topic + field.name()) ? null : WRONG_RECORD);
            }
            put(records, "a fact of garbage", topic, "fact", ByteBuffer.wrap(new byte[] {9, 9, 9}), WRONG_RECORD);
            put(records, "a fact of nothing", topic, "fact", ByteBuffer.wrap(new byte[0]), WRONG_RECORD);
            put(
                    records,
                    "a fact that begins a thousand million",
                    topic,
                    "fact",
                    ByteBuffer.wrap(new byte[] {1, -1, -1, -1, -1, 7}),
                    WRONG_RECORD);
            put(
                    records,
                    "a fact at the end of time",
                    topic,
                    "fact",
                    ByteBuffer.wrap(StoredBytes.atTheEndOfTime()),
                    WRONG_RECORD);
            put(
                    records,
                    "a fact on its way for ever",
                    topic,
                    "fact",
                    ByteBuffer.wrap(StoredBytes.hops(100_000)),
                    WRONG_RECORD);
        }
        put(
                records,
                "a fact that has come no way",
                MonitorTopic.HANDOVERS,
                "fact",
                ByteBuffer.wrap(StoredBytes.good()),
                WRONG_RECORD);
        put(records, "of no subject", MonitorTopic.CONTRIBUTIONS, "subject", "?", WRONG_RECORD);
    }

    private static void put(
            Records records, String name, MonitorTopic topic, String field, Object value, Reason reason) {
        GenericData.Record record = good(topic);
        record.put(field, value);
        records.add(name, topic, key(topic), records.frame(record), reason);
    }

    private static void evolved(
            Records records,
            String name,
            MonitorTopic topic,
            Consumer<ArrayNode> schema,
            Consumer<GenericData.Record> change,
            Reason reason) {
        GenericData.Record known = good(topic);
        ObjectNode theirs = Json.object(TopicSchemas.of(topic));
        schema.accept((ArrayNode) theirs.get("fields"));
        GenericData.Record record = new GenericData.Record(Json.schema(theirs));
        record.getSchema().getFields().forEach(field -> record.put(field.name(), known.get(field.name())));
        change.accept(record);
        records.add(name, topic, key(topic), records.frame(record), reason);
    }

    private static byte[] key(MonitorTopic topic) {
        return "hostile".getBytes(UTF_8);
    }

    private static GenericData.Record good(MonitorTopic topic) {
        GenericData.Record record = new GenericData.Record(TopicSchemas.of(topic));
        record.getSchema().getFields().forEach(field -> record.put(field.name(), something(field.schema())));
        switch (topic) {
            case RULES -> {
                record.put("ruleId", "hostile");
                record.put(
                        "status",
                        new GenericData.EnumSymbol(
                                record.getSchema().getField("status").schema(), "LIVE"));
            }
            case REVIEWS -> record.put("tenantId", "hostile");
            case HANDOVERS -> record.put("fact", ByteBuffer.wrap(StoredBytes.hops(1)));
            case CONTRIBUTIONS -> {
                record.put("subject", "oofficer");
                record.put("fact", ByteBuffer.wrap(StoredBytes.good()));
            }
            default -> throw new IllegalArgumentException(topic.toString());
        }
        return record;
    }

    private static Object something(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> "something";
            case INT -> 1;
            case LONG -> 1_000_000L;
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(1));
            case BYTES -> ByteBuffer.wrap(new byte[0]);
            default -> null;
        };
    }
}
