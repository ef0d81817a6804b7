package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.Refusal;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.query.Reviews;

/** Actions of reviewers, and what became of them, as JSON. */
final class ActionJson {
    private ActionJson() {}

    /** Without the alert. */
    static ObjectNode result(Reviews.Result result) {
        ObjectNode json = identity(result.action().alertId(), result.action().actionId());
        ReviewOutcome outcome = result.outcome();
        json.put("result", outcome == null ? "UNANSWERED" : outcome.result().name());
        if (outcome != null && outcome.state() != null) {
            json.put("revision", outcome.revision());
            json.put("state", outcome.state().name());
        }
        if (outcome != null && outcome.refusal() != null) {
            json.put("refusal", outcome.refusal().reason().name());
            json.put("message", outcome.refusal().message());
        }
        return json;
    }

    /** Of an alert that is not there. */
    static ObjectNode absent(ActionBody.Target target) {
        return identity(target.alertId(), target.actionId())
                .put("result", ReviewOutcome.Result.REFUSED.name())
                .put("refusal", Refusal.Reason.UNKNOWN_ALERT.name())
                .put("message", UnknownAlert.MESSAGE);
    }

    /** @param alert a revision that a reviewer made */
    static ObjectNode taken(Alert alert) {
        Notice.Did did = alert.notice().did();
        Life life = alert.life();
        ObjectNode json = identity(alert.alertId(), did.actionId());
        FactJson.put(json, "action", did.kind() == null ? null : did.kind().name());
        json.put("actor", did.actor());
        json.put("at", alert.notice().at().toString());
        json.put("revision", alert.revision());
        json.put("state", life.state().name());
        FactJson.put(json, "comment", did.comment());
        if (did.kind() == ReviewAction.Kind.ASSIGN || did.kind() == ReviewAction.Kind.ACKNOWLEDGE) {
            FactJson.put(json, "owner", life.owner());
        }
        if (did.kind() == ReviewAction.Kind.SNOOZE || did.kind() == ReviewAction.Kind.CLOSE) {
            FactJson.put(json, "reason", life.reason());
        }
        if (did.kind() == ReviewAction.Kind.SNOOZE) {
            json.put("until", life.snoozedUntil().toString());
        }
        if (did.kind() == ReviewAction.Kind.ATTACH_STATEMENT) {
            FactJson.put(json, "statement", life.statement());
        }
        return json;
    }

    /** What made a revision. */
    static ObjectNode change(Alert alert) {
        Notice notice = alert.notice();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("revision", alert.revision());
        json.put("at", notice.at().toString());
        json.put("change", notice.change().name());
        json.put("transition", alert.transition().name());
        json.put("state", alert.life().state().name());
        if (notice.did() != null) {
            FactJson.put(
                    json,
                    "action",
                    notice.did().kind() == null ? null : notice.did().kind().name());
            json.put("actor", notice.did().actor());
        }
        return json;
    }

    private static ObjectNode identity(String alertId, String actionId) {
        return JsonNodeFactory.instance.objectNode().put("alertId", alertId).put("actionId", actionId);
    }
}
