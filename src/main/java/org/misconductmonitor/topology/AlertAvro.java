package org.misconductmonitor.topology;

import static org.misconductmonitor.topology.EventAvro.micros;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Subject;

/** Alerts as Avro records and back. */
public final class AlertAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.ALERTS);
    private final Schema evidenceSchema = schema.getField("evidence").schema().getElementType();
    private final LifeAvro life = new LifeAvro(schema);
    private final Schema peersSchema =
            schema.getField("peers").schema().getTypes().get(1);

    public Schema schema() {
        return schema;
    }

    public GenericData.Record write(Alert alert) {
        GenericData.Record record = new GenericData.Record(schema);
        boolean person = alert.subject().kind() == Subject.Kind.OFFICER;
        record.put("alertId", alert.alertId());
        record.put("revision", alert.revision());
        record.put("transition", symbol("transition", alert.transition()));
        record.put("ruleId", alert.rule().id());
        record.put("ruleVersion", alert.rule().version());
        record.put("ruleTitle", alert.rule().title());
        record.put("ruleStatus", symbol("ruleStatus", alert.rule().shadow() ? "SHADOW" : "LIVE"));
        record.put("level", alert.level());
        record.put("levelIndex", alert.levelIndex());
        record.put("tenantId", alert.tenantId());
        record.put("officerId", person ? alert.subject().id() : null);
        record.put("subject", person ? null : alert.subject().id());
        record.put("subjectKind", person ? null : alert.subject().kind().name());
        record.put("firedAt", micros(alert.firedAt()));
        record.put("asOf", micros(alert.asOf()));
        record.put("count", alert.count());
        record.put("threshold", alert.threshold());
        record.put("windowStart", micros(alert.windowStart()));
        record.put("windowEnd", micros(alert.windowEnd()));
        record.put("evidence", alert.evidence().stream().map(this::write).toList());
        record.put("explanation", alert.explanation());
        record.put("peers", alert.peers() == null ? null : write(alert.peers()));
        record.put("dueBy", alert.dueBy() == null ? null : micros(alert.dueBy()));
        record.put("handling", symbol("handling", alert.handling()));
        record.put("reason", alert.reason());
        record.put("part", alert.part());
        record.put("endedAt", alert.endedAt() == null ? null : micros(alert.endedAt()));
        life.write(alert.life(), record);
        life.write(alert.notice(), record);
        return record;
    }

    /** Reads what {@link #write} wrote, in this or an earlier version of the schema resolved to this one. */
    public Alert read(IndexedRecord record) {
        AvroFields in = new AvroFields(record);
        return new Alert(
                in.text("alertId"),
                in.number("revision"),
                Alert.Transition.valueOf(in.text("transition")),
                new Alert.RuleRef(
                        in.text("ruleId"),
                        in.text("ruleVersion"),
                        in.text("ruleTitle"),
                        "SHADOW".equals(in.text("ruleStatus"))),
                in.text("level"),
                in.number("levelIndex"),
                in.text("tenantId"),
                readSubject(in),
                in.time("firedAt"),
                in.time("asOf"),
                in.number("count"),
                in.number("threshold"),
                in.time("windowStart"),
                in.time("windowEnd"),
                in.records("evidence").stream().map(AlertAvro::readEvidence).toList(),
                in.text("explanation"),
                readPeers(in.part("peers")),
                in.time("dueBy"),
                Handling.valueOf(in.text("handling")),
                in.text("reason"),
                in.text("part"),
                in.time("endedAt"),
                life.readLife(in),
                life.readNotice(in));
    }

    /** Alerts of releases that knew no other subjects do not say that one is a tenant. */
    private static Subject readSubject(AvroFields in) {
        String officerId = in.text("officerId");
        String kind = in.text("subjectKind");
        return officerId != null
                ? Subject.ofOfficer(officerId)
                : new Subject(kind == null ? Subject.Kind.TENANT : Subject.Kind.valueOf(kind), in.text("subject"));
    }

    private GenericData.Record write(Peers peers) {
        GenericData.Record record = new GenericData.Record(peersSchema);
        record.put("group", peers.group());
        record.put("size", peers.size());
        record.put("percentile", peers.percentile());
        return record;
    }

    private static Peers readPeers(AvroFields in) {
        return in == null ? null : new Peers(in.text("group"), in.number("size"), in.decimal("percentile"));
    }

    private GenericData.Record write(Evidence evidence) {
        GenericData.Record record = new GenericData.Record(evidenceSchema);
        record.put("allegationId", evidence.allegationId());
        record.put("caseId", evidence.caseId());
        record.put("eventId", evidence.eventId());
        record.put("at", micros(evidence.at()));
        record.put("category", evidence.category());
        record.put("group", evidence.group());
        record.put("force", evidence.force());
        record.put("outcome", evidence.outcome());
        record.put("tenantId", evidence.tenantId());
        return record;
    }

    private static Evidence readEvidence(IndexedRecord record) {
        AvroFields in = new AvroFields(record);
        return new Evidence(
                in.text("allegationId"),
                in.text("caseId"),
                in.text("eventId"),
                in.time("at"),
                in.text("category"),
                in.text("group"),
                in.text("force"),
                in.text("outcome"),
                in.text("tenantId"));
    }

    private GenericData.EnumSymbol symbol(String field, Object word) {
        return new GenericData.EnumSymbol(schema.getField(field).schema(), word.toString());
    }
}
