package org.misconductmonitor.topology;

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

    /**
     * Reads a version.
     *
     * @throws InvalidEventException if it is another record, lacks a field, or asks for what this release does not know
     */
    public RuleVersion read(Object decoded) {
        if (!(decoded instanceof IndexedRecord record)
                || !record.getSchema().getName().equals(schema.getName())) {
            throw new InvalidEventException(Rejection.Reason.WRONG_RECORD, null);
        }
        AvroFields in = new AvroFields(record);
        return new RuleVersion(
                in.requiredText("ruleId"),
                in.requiredText("ruleVersion"),
                status(in.requiredText("status")),
                in.requiredText("yaml"),
                in.text("publishedBy"),
                in.requiredTime("publishedAt"),
                in.text("comment"));
    }

    private static RuleVersion.Status status(String word) {
        for (RuleVersion.Status status : RuleVersion.Status.values()) {
            if (status.name().equals(word)) {
                return status;
            }
        }
        throw new InvalidEventException(Rejection.Reason.INVALID_RULE, null);
    }
}
