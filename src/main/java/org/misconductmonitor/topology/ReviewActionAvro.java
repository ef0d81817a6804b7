package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.EventAvro.micros;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/** Reviewers' actions as Avro records and back. */
public final class ReviewActionAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.REVIEWS);

    /** @param action of a known kind */
    public IndexedRecord write(ReviewAction action) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("actionId", action.actionId());
        record.put("alertId", action.alertId());
        record.put("alertRevision", action.alertRevision());
        record.put("officerId", action.officerId());
        record.put("tenantId", action.tenantId());
        record.put("action", symbol("action", action.kind()));
        record.put("outcome", action.outcome() == null ? null : symbol("outcome", action.outcome()));
        record.put("reason", action.reason());
        record.put("comment", action.comment());
        record.put("statement", action.statement());
        record.put("assignee", action.assignee());
        record.put("snoozeUntil", time(action.snoozeUntil()));
        record.put("actor", action.actor());
        record.put("actedAt", time(action.actedAt()));
        return record;
    }

    /**
     * Reads an action; a kind or outcome that this release does not know is null.
     *
     * @throws InvalidEventException if it is another record, or a field is missing or of another type
     */
    public ReviewAction read(Object decoded) {
        if (!(decoded instanceof IndexedRecord record)
                || !record.getSchema().getName().equals(schema.getName())) {
            throw new InvalidEventException(Rejection.Reason.WRONG_RECORD, null);
        }
        AvroFields in = new AvroFields(record);
        return new ReviewAction(
                in.requiredText("actionId"),
                in.requiredText("alertId"),
                in.number("alertRevision"),
                in.text("officerId"),
                in.requiredText("tenantId"),
                in.word("action", ReviewAction.Kind.class, null),
                in.word("outcome", LifeState.class, null),
                in.text("reason"),
                in.text("comment"),
                in.text("statement"),
                in.text("assignee"),
                in.time("snoozeUntil"),
                in.requiredText("actor"),
                in.requiredTime("actedAt"));
    }

    private GenericData.EnumSymbol symbol(String field, Enum<?> word) {
        Schema type = schema.getField(field).schema();
        return new GenericData.EnumSymbol(type.isUnion() ? type.getTypes().get(1) : type, word.name());
    }

    private static Long time(Instant at) {
        return at == null ? null : micros(at);
    }
}
