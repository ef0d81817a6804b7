package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.EventAvro.micros;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Subject;

/**
 * Alerts in Avro's binary encoding, byte for byte what a generic writer makes of {@link AlertAvro#write}, without the
 * record between: most of what a stream that raises alerts costs is writing them, each to two stores and two topics.
 */
final class AlertEncoder {
    private static final List<String> ORDER = List.of(
            ("alertId revision transition ruleId ruleVersion ruleTitle ruleStatus level levelIndex tenantId officerId"
                            + " subject subjectKind firedAt asOf count threshold windowStart windowEnd evidence explanation"
                            + " peers dueBy state handling reason supersedes part endedAt change changedAt notify quiet storm"
                            + " owner stateReason snoozedUntil formerState openedAt acknowledgeBy escalation"
                            + " escalationReason mutedBy closedCases falsePositives statement judgedRevision seenRevision"
                            + " actionIds did")
                    .split(" "));

    private final Symbols<Alert.Transition> transitions;
    private final Symbols<Handling> handlings;
    private final LifeEncoder life;
    private final int live;
    private final int shadow;

    /** @param schema of alerts, as it is in this release */
    AlertEncoder(Schema schema) {
        List<String> fields =
                schema.getFields().stream().map(Schema.Field::name).toList();
        if (!fields.equals(ORDER)) {
            throw new IllegalStateException("the schema of alerts has other fields than are written: " + fields);
        }
        this.transitions = new Symbols<>(schema.getField("transition").schema(), Alert.Transition.values());
        this.handlings = new Symbols<>(schema.getField("handling").schema(), Handling.values());
        this.life = new LifeEncoder(schema);
        Schema status = schema.getField("ruleStatus").schema();
        this.live = status.getEnumOrdinal("LIVE");
        this.shadow = status.getEnumOrdinal("SHADOW");
    }

    void write(Alert alert, Encoder out) throws IOException {
        out.writeString(alert.alertId());
        out.writeInt(alert.revision());
        transitions.write(alert.transition(), out);
        out.writeString(alert.rule().id());
        out.writeString(alert.rule().version());
        out.writeString(alert.rule().title());
        out.writeEnum(alert.rule().shadow() ? shadow : live);
        out.writeString(alert.level());
        out.writeInt(alert.levelIndex());
        out.writeString(alert.tenantId());
        write(alert.subject(), out);
        reached(alert, out);
        evidence(alert.evidence(), out);
        out.writeString(alert.explanation());
        write(alert.peers(), out);
        optional(alert.dueBy(), out);
        life.state(alert.life(), out);
        handlings.write(alert.handling(), out);
        optional(alert.reason(), out);
        optional((String) null, out);
        optional(alert.part(), out);
        optional(alert.endedAt(), out);
        life.write(alert.notice(), out);
        life.write(alert.life(), out);
        life.did(alert.notice(), out);
    }

    private static void write(Subject subject, Encoder out) throws IOException {
        boolean person = subject.kind() == Subject.Kind.OFFICER;
        optional(person ? subject.id() : null, out);
        optional(person ? null : subject.id(), out);
        optional(person ? null : subject.kind().name(), out);
    }

    private static void reached(Alert alert, Encoder out) throws IOException {
        out.writeLong(micros(alert.firedAt()));
        out.writeLong(micros(alert.asOf()));
        out.writeInt(alert.count());
        out.writeInt(alert.threshold());
        out.writeLong(micros(alert.windowStart()));
        out.writeLong(micros(alert.windowEnd()));
    }

    private static void evidence(List<Evidence> evidence, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(evidence.size());
        for (Evidence fact : evidence) {
            out.startItem();
            optional(fact.allegationId(), out);
            optional(fact.caseId(), out);
            out.writeString(fact.eventId());
            out.writeLong(micros(fact.at()));
            optional(fact.category(), out);
            optional(fact.group(), out);
            optional(fact.force(), out);
            optional(fact.outcome(), out);
            optional(fact.tenantId(), out);
        }
        out.writeArrayEnd();
    }

    private static void write(Peers peers, Encoder out) throws IOException {
        out.writeIndex(peers == null ? 0 : 1);
        if (peers != null) {
            out.writeString(peers.group());
            out.writeInt(peers.size());
            out.writeDouble(peers.percentile());
        }
    }

    static void optional(String text, Encoder out) throws IOException {
        out.writeIndex(text == null ? 0 : 1);
        if (text != null) {
            out.writeString(text);
        }
    }

    static void optional(Instant at, Encoder out) throws IOException {
        out.writeIndex(at == null ? 0 : 1);
        if (at != null) {
            out.writeLong(micros(at));
        }
    }
}
