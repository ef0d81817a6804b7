package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.EventAvro.micros;

import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Judged;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.Watch;

/** The fields of an alert's record that reviewers and time have made. */
final class LifeAvro {
    private final Schema schema;
    private final Schema didSchema;

    /** @param schema of alerts */
    LifeAvro(Schema schema) {
        this.schema = schema;
        this.didSchema = present("did");
    }

    void write(Life life, GenericData.Record record) {
        record.put("state", symbol("state", life.state()));
        record.put("formerState", symbol("formerState", life.former()));
        record.put("owner", life.owner());
        record.put("stateReason", life.reason());
        record.put("snoozedUntil", time(life.snoozedUntil()));
        record.put("openedAt", time(life.watch().openedAt()));
        record.put("acknowledgeBy", time(life.watch().acknowledgeBy()));
        record.put("escalation", symbol("escalation", life.watch().escalation()));
        record.put("escalationReason", life.watch().reason());
        record.put("mutedBy", life.mutedBy());
        record.put("closedCases", life.closedCases());
        record.put("falsePositives", life.falsePositives());
        record.put("statement", life.statement());
        record.put("judgedRevision", life.judged().revision());
        record.put("seenRevision", life.judged().seen());
        record.put("actionIds", life.judged().actionIds());
    }

    void write(Notice notice, GenericData.Record record) {
        record.put("change", symbol("change", notice.change()));
        record.put("changedAt", time(notice.at()));
        record.put("notify", notice.tells());
        record.put("quiet", symbol("quiet", notice.quiet()));
        record.put("storm", notice.storm());
        record.put("did", notice.did() == null ? null : write(notice.did()));
    }

    Life readLife(AvroFields in) {
        return new Life(
                in.word("state", LifeState.class, LifeState.NEW),
                in.word("formerState", LifeState.class, null),
                in.text("owner"),
                in.text("stateReason"),
                in.time("snoozedUntil"),
                new Watch(
                        in.time("openedAt"),
                        in.time("acknowledgeBy"),
                        in.word("escalation", Escalation.class, Escalation.NONE),
                        in.text("escalationReason")),
                in.text("mutedBy"),
                in.texts("closedCases"),
                in.number("falsePositives"),
                in.text("statement"),
                new Judged(in.number("judgedRevision"), in.number("seenRevision"), in.texts("actionIds")));
    }

    Notice readNotice(AvroFields in) {
        AvroFields did = in.part("did");
        return new Notice(
                in.word("change", Notice.Change.class, Notice.Change.FACTS),
                in.time("changedAt"),
                in.word("quiet", Notice.Quiet.class, null),
                in.flag("storm"),
                did == null
                        ? null
                        : new Notice.Did(
                                did.text("actionId"),
                                did.word("action", ReviewAction.Kind.class, null),
                                did.text("actor"),
                                did.text("comment")));
    }

    private GenericData.Record write(Notice.Did did) {
        GenericData.Record record = new GenericData.Record(didSchema);
        record.put("actionId", did.actionId());
        record.put("action", did.kind().name());
        record.put("actor", did.actor());
        record.put("comment", did.comment());
        return record;
    }

    private GenericData.EnumSymbol symbol(String field, Enum<?> word) {
        return word == null ? null : new GenericData.EnumSymbol(present(field), word.name());
    }

    /** The type of the field where it is not null. */
    private Schema present(String field) {
        Schema type = schema.getField(field).schema();
        return type.isUnion() ? type.getTypes().get(1) : type;
    }

    private static Long time(Instant at) {
        return at == null ? null : micros(at);
    }
}
