package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.AlertEncoder.optional;

import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Notice;

/** The part of an alert's bytes that reviewers and time have made, as {@link LifeAvro} has it. */
final class LifeEncoder {
    private final Symbols<LifeState> states;
    private final Symbols<Escalation> escalations;
    private final Symbols<Notice.Change> changes;
    private final Symbols<Notice.Quiet> quiets;

    /** @param schema of alerts */
    LifeEncoder(Schema schema) {
        this.states = new Symbols<>(schema.getField("state").schema(), LifeState.values());
        this.escalations = new Symbols<>(schema.getField("escalation").schema(), Escalation.values());
        this.changes = new Symbols<>(schema.getField("change").schema(), Notice.Change.values());
        this.quiets = new Symbols<>(schema.getField("quiet").schema().getTypes().get(1), Notice.Quiet.values());
    }

    void state(Life life, Encoder out) throws IOException {
        states.write(life.state(), out);
    }

    void write(Notice notice, Encoder out) throws IOException {
        changes.write(notice.change(), out);
        optional(notice.at(), out);
        out.writeBoolean(notice.tells());
        quiets.optional(notice.quiet(), out);
        out.writeBoolean(notice.storm());
    }

    void write(Life life, Encoder out) throws IOException {
        optional(life.owner(), out);
        optional(life.reason(), out);
        optional(life.snoozedUntil(), out);
        states.optional(life.former(), out);
        optional(life.watch().openedAt(), out);
        optional(life.watch().acknowledgeBy(), out);
        escalations.write(life.watch().escalation(), out);
        optional(life.watch().reason(), out);
        optional(life.mutedBy(), out);
        texts(life.closedCases(), out);
        out.writeInt(life.falsePositives());
        optional(life.statement(), out);
        out.writeInt(life.judged().revision());
        out.writeInt(life.judged().seen());
        texts(life.judged().actionIds(), out);
    }

    void did(Notice notice, Encoder out) throws IOException {
        Notice.Did did = notice.did();
        out.writeIndex(did == null ? 0 : 1);
        if (did != null) {
            out.writeString(did.actionId());
            out.writeString(did.kind().name());
            out.writeString(did.actor());
            optional(did.comment(), out);
        }
    }

    private static void texts(List<String> texts, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(texts.size());
        for (String text : texts) {
            out.startItem();
            out.writeString(text);
        }
        out.writeArrayEnd();
    }
}
