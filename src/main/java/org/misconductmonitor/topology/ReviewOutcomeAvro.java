package org.misconductmonitor.topology;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Refusal;
import org.misconductmonitor.alert.ReviewOutcome;

/** What became of reviewers' actions as Avro records and back. */
public final class ReviewOutcomeAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.REVIEW_OUTCOMES);
    private final Schema refusal =
            schema.getField("refusal").schema().getTypes().get(1);

    /** @param judgedAt ingestion time of the action */
    public IndexedRecord write(ReviewOutcome outcome, Instant judgedAt) {
        GenericData.Record record = new GenericData.Record(schema);
        Refusal why = outcome.refusal();
        record.put("actionId", outcome.actionId());
        record.put("alertId", outcome.alertId());
        record.put(
                "result",
                new GenericData.EnumSymbol(
                        schema.getField("result").schema(), outcome.result().name()));
        record.put(
                "refusal",
                why == null
                        ? null
                        : new GenericData.EnumSymbol(refusal, why.reason().name()));
        record.put("message", why == null ? null : why.message());
        record.put("alertRevision", outcome.revision());
        record.put("state", outcome.state() == null ? null : outcome.state().name());
        record.put("judgedAt", EventAvro.micros(judgedAt));
        return record;
    }

    public ReviewOutcome read(IndexedRecord record) {
        AvroFields in = new AvroFields(record);
        return new ReviewOutcome(
                in.text("actionId"),
                in.text("alertId"),
                in.word("result", ReviewOutcome.Result.class, ReviewOutcome.Result.REFUSED),
                in.text("refusal") == null
                        ? null
                        : new Refusal(
                                in.word("refusal", Refusal.Reason.class, Refusal.Reason.NOT_ALLOWED),
                                in.text("message")),
                in.number("alertRevision"),
                in.word("state", LifeState.class, null));
    }
}
