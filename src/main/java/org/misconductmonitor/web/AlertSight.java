package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.query.Alerts;

/**
 * What of alerts within reach a caller may see: every alert that is answered goes through here, and is written down.
 *
 * <p>Of an alert that is confidential somebody who may not read such facts sees that it is there, and no fact of it, nor
 * words that may tell of one. One that rests on covert facts does not exist for those who may not know of them; and since a
 * change of an open alert may have come of a covert fact, they are not told which fact it was; nor that it is muted, where an alert that they may not know of may do it.
 */
final class AlertSight {
    private static final List<String> WORDS =
            List.of("reason", "part", "peers", "statement", "stateReason", "escalationReason", "did", "dueBy");

    private final Alerts alerts;
    private final Caller caller;
    private final Trail trail;

    AlertSight(Request request, Alerts alerts) {
        this.alerts = alerts;
        this.caller = request.caller();
        this.trail = request.trail();
    }

    /** Whether a revision is within reach. */
    boolean shows(Alert alert) {
        return (alert.handling() != Handling.COVERT || caller.may(Permission.READ_COVERT))
                && caller.reach().hasAlert(alert.tenantId(), alert.forces());
    }

    /** Whether nothing of it is withheld. */
    boolean isWhole(Alert alert) {
        return showsFacts(alert) && alert.evidence().stream().allMatch(this::shows);
    }

    /** Whether its facts may be seen, as far as they are within reach. */
    boolean showsFacts(Alert alert) {
        return alert.handling() == Handling.OPEN || caller.may(Permission.READ_CONFIDENTIAL);
    }

    /** The sentence, unless it tells of facts that are withheld. */
    String explanation(Alert alert) {
        trail.shows(alert);
        if (!showsFacts(alert)) {
            return alert.rule().title() + ": " + alert.level() + " was reached. What made it is confidential.";
        }
        return isWhole(alert)
                ? alert.explanation()
                : alert.rule().title() + ": " + alert.level() + " was reached. Part of what made it is withheld.";
    }

    ObjectNode write(Alert alert) {
        trail.shows(alert);
        ObjectNode json = AlertJson.write(alert);
        if (!isWhole(alert)) {
            ArrayNode evidence = json.withArrayProperty("evidence");
            int withheld = 0;
            for (int i = alert.evidence().size() - 1; i >= 0; i--) {
                if (!showsFacts(alert) || !shows(alert.evidence().get(i))) {
                    evidence.remove(i);
                    withheld++;
                }
            }
            json.put("withheldEvidence", withheld);
            json.put("explanation", explanation(alert));
        }
        if (!showsFacts(alert)) {
            json.remove(WORDS);
        }
        if (!caller.may(Permission.READ_COVERT)) {
            withoutTraces(alert, json);
        }
        return json;
    }

    /** What a reviewer did, of a revision that one made. */
    ObjectNode taken(Alert alert) {
        trail.shows(alert);
        ObjectNode json = ActionJson.taken(alert);
        return showsFacts(alert) ? json : json.without(List.of("comment", "reason", "statement"));
    }

    private void withoutTraces(Alert alert, ObjectNode json) {
        if (json.has("reason")) {
            json.put("reason", json.get("reason").asText().replaceFirst(" \\(event .*\\)$", ""));
        }
        if (alerts.hasCovert(alert.rule().id(), alert.subject())) {
            json.remove("mutedBy");
            if (alert.notice().quiet() == Notice.Quiet.HIGHER_LEVEL) {
                json.put("notify", true).remove("quiet");
            }
            if (alert.notice().change() == Notice.Change.MUTING) {
                json.put("change", Notice.Change.FACTS.name());
            }
        }
    }

    private boolean shows(Evidence fact) {
        return caller.reach().hasForce(fact.force())
                && (fact.tenantId() == null || caller.reach().hasTenant(fact.tenantId()));
    }
}
