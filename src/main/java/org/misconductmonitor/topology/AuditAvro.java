package org.misconductmonitor.topology;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** Lines of the log of operations as Avro records and back. */
final class AuditAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.AUDIT);

    IndexedRecord write(AuditEntry entry) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("entryId", entry.entryId());
        record.put(
                "operation",
                new GenericData.EnumSymbol(
                        schema.getField("operation").schema(), entry.operation().name()));
        record.put("at", EventAvro.micros(entry.at()));
        record.put("actor", entry.actor());
        record.put("recipient", entry.recipient());
        record.put("tenantId", entry.tenantId());
        record.put("officerId", entry.officerId());
        record.put("resource", entry.resource());
        record.put("resourceId", entry.resourceId());
        record.put("records", entry.records());
        record.put("justification", entry.justification());
        record.put("request", entry.request());
        record.put("roles", entry.roles());
        record.put("outcome", entry.outcome() == null ? null : entry.outcome().name());
        return record;
    }

    AuditEntry read(IndexedRecord record) {
        AvroFields in = new AvroFields(record);
        return new AuditEntry(
                in.requiredText("entryId"),
                in.word("operation", AuditEntry.Operation.class, AuditEntry.Operation.CONSULTATION),
                in.requiredTime("at"),
                in.text("actor"),
                in.text("recipient"),
                in.requiredText("tenantId"),
                in.text("officerId"),
                in.text("resource"),
                in.text("resourceId"),
                in.number("records"),
                in.text("justification"),
                in.text("request"),
                in.texts("roles"),
                in.word("outcome", AuditEntry.Outcome.class, null));
    }
}
