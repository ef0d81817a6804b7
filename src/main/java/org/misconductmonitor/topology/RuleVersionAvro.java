package org.misconductmonitor.topology;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.rule.RuleVersion;

/** Versions of rules as Avro records and back. */
public final class RuleVersionAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.RULES);

    public IndexedRecord write(RuleVersion version) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("ruleId", version.ruleId());
        record.put("ruleVersion", version.version());
        record.put(
                "status",
                new GenericData.EnumSymbol(
                        schema.getField("status").schema(), version.status().name()));
        record.put("yaml", version.yaml());
        record.put("publishedBy", version.publishedBy());
        record.put("publishedAt", EventAvro.micros(version.publishedAt()));
        record.put("comment", version.comment());
        return record;
    }

    /** @throws InvalidEventException if it is another record, or asks for what this release does not know */
    public RuleVersion read(Object decoded) {
        if (!(decoded instanceof IndexedRecord record)
                || !record.getSchema().getName().equals(schema.getName())) {
            throw new InvalidEventException(Rejection.Reason.WRONG_RECORD, null);
        }
        return new RuleVersion(
                text(record, "ruleId"),
                text(record, "ruleVersion"),
                status(text(record, "status")),
                text(record, "yaml"),
                text(record, "publishedBy"),
                publishedAt(record),
                text(record, "comment"));
    }

    private static RuleVersion.Status status(String word) {
        for (RuleVersion.Status status : RuleVersion.Status.values()) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        throw new InvalidEventException(Rejection.Reason.INVALID_RULE, null);
    }

    private static Instant publishedAt(IndexedRecord record) {
        return EventAvro.instant(
                (Long) record.get(record.getSchema().getField("publishedAt").pos()));
    }

    /** Every field but those with null as their default is in every record that the schema can have written. */
    private static String text(IndexedRecord record, String name) {
        Schema.Field field = record.getSchema().getField(name);
        Object value = field == null ? null : record.get(field.pos());
        return value == null ? null : value.toString();
    }
}
