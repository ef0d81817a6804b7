package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.alert.Evidence;

/** What of alerts within reach a caller may see: every alert that is answered goes through here. */
final class AlertSight {
    private final Caller caller;

    AlertSight(Caller caller) {
        this.caller = caller;
    }

    /** Whether a revision is within reach. */
    boolean shows(Alert alert) {
        return caller.reach().hasAlert(alert.tenantId(), alert.forces());
    }

    /** Whether nothing of it is withheld. */
    boolean isWhole(Alert alert) {
        return alert.evidence().stream().allMatch(this::shows);
    }

    /** The sentence, unless it tells of facts that are withheld. */
    String explanation(Alert alert) {
        return isWhole(alert)
                ? alert.explanation()
                : alert.rule().title() + ": " + alert.level() + " was reached. Part of what made it is withheld.";
    }

    ObjectNode write(Alert alert) {
        ObjectNode json = AlertJson.write(alert);
        if (!isWhole(alert)) {
            ArrayNode evidence = json.withArrayProperty("evidence");
            int withheld = 0;
            for (int i = alert.evidence().size() - 1; i >= 0; i--) {
                if (!shows(alert.evidence().get(i))) {
                    evidence.remove(i);
                    withheld++;
                }
            }
            json.put("withheldEvidence", withheld);
            json.put("explanation", explanation(alert));
        }
        return json;
    }

    private boolean shows(Evidence fact) {
        return caller.reach().hasForce(fact.force())
                && (fact.tenantId() == null || caller.reach().hasTenant(fact.tenantId()));
    }
}
