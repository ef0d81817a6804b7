package org.misconductmonitor.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.misconductmonitor.event.Subject;

/**
 * Alerts as JSON, with the names of the Avro schema. Fields without a value are left out, and so is the life of an alert
 * that was only computed.
 */
public final class AlertJson {
    private AlertJson() {}

    public static ObjectNode write(Alert alert) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("alertId", alert.alertId());
        json.put("revision", alert.revision());
        json.put("transition", alert.transition().name());
        json.put("ruleId", alert.rule().id());
        json.put("ruleVersion", alert.rule().version());
        json.put("ruleTitle", alert.rule().title());
        json.put("ruleStatus", alert.rule().shadow() ? "SHADOW" : "LIVE");
        json.put("level", alert.level());
        json.put("levelIndex", alert.levelIndex());
        json.put("tenantId", alert.tenantId());
        if (alert.subject().kind() == Subject.Kind.OFFICER) {
            json.put("officerId", alert.subject().id());
        } else {
            json.put("subject", alert.subject().id());
            json.put("subjectKind", alert.subject().kind().name());
        }
        json.put("firedAt", alert.firedAt().toString());
        json.put("asOf", alert.asOf().toString());
        json.put("count", alert.count());
        json.put("threshold", alert.threshold());
        json.put("windowStart", alert.windowStart().toString());
        json.put("windowEnd", alert.windowEnd().toString());
        ArrayNode evidence = json.putArray("evidence");
        alert.evidence().forEach(fact -> evidence.add(write(fact)));
        json.put("explanation", alert.explanation());
        if (alert.peers() != null) {
            json.putObject("peers")
                    .put("group", alert.peers().group())
                    .put("size", alert.peers().size())
                    .put("percentile", alert.peers().percentile());
        }
        put(json, "dueBy", time(alert.dueBy()));
        json.put("handling", alert.handling().name());
        put(json, "reason", alert.reason());
        put(json, "part", alert.part());
        put(json, "endedAt", time(alert.endedAt()));
        if (alert.notice().at() != null) {
            write(alert.life(), json);
            write(alert.notice(), json);
        }
        return json;
    }

    private static void write(Life life, ObjectNode json) {
        json.put("state", life.state().name());
        put(json, "formerState", life.former() == null ? null : life.former().name());
        put(json, "owner", life.owner());
        put(json, "stateReason", life.reason());
        put(json, "snoozedUntil", time(life.snoozedUntil()));
        put(json, "openedAt", time(life.watch().openedAt()));
        put(json, "acknowledgeBy", time(life.watch().acknowledgeBy()));
        json.put("escalation", life.watch().escalation().name());
        put(json, "escalationReason", life.watch().reason());
        put(json, "mutedBy", life.mutedBy());
        json.put("falsePositives", life.falsePositives());
        put(json, "statement", life.statement());
        json.put("judgedRevision", life.judged().revision());
    }

    private static void write(Notice notice, ObjectNode json) {
        json.put("change", notice.change().name());
        json.put("changedAt", notice.at().toString());
        json.put("notify", notice.tells());
        put(json, "quiet", notice.quiet() == null ? null : notice.quiet().name());
        json.put("storm", notice.storm());
        Notice.Did did = notice.did();
        if (did != null) {
            ObjectNode written = json.putObject("did");
            written.put("actionId", did.actionId());
            put(written, "action", did.kind() == null ? null : did.kind().name());
            written.put("actor", did.actor());
            put(written, "comment", did.comment());
        }
    }

    private static String time(Instant at) {
        return at == null ? null : at.toString();
    }

    private static ObjectNode write(Evidence fact) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "allegationId", fact.allegationId());
        put(json, "caseId", fact.caseId());
        json.put("eventId", fact.eventId());
        json.put("at", fact.at().toString());
        put(json, "category", fact.category());
        put(json, "group", fact.group());
        put(json, "force", fact.force());
        put(json, "outcome", fact.outcome());
        put(json, "tenantId", fact.tenantId());
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
