package org.misconductmonitor.alert;

import java.time.Instant;

/**
 * How long an alert has waited for somebody, in ingestion time.
 *
 * @param openedAt since when it asks to be acknowledged: it was raised, raised again, woken or no longer muted; null in an
 *     alert that no reviewer has been asked about yet
 * @param acknowledgeBy when it escalates next unless somebody acts; null when it does not
 * @param escalation how far it has escalated
 * @param reason why it has, or null
 */
public record Watch(Instant openedAt, Instant acknowledgeBy, Escalation escalation, String reason) {
    static final Watch NONE = new Watch(null, null, Escalation.NONE, null);

    static Watch from(Instant openedAt, Instant acknowledgeBy) {
        return new Watch(openedAt, acknowledgeBy, Escalation.NONE, null);
    }

    /** Somebody has acted, or nobody needs to: it asks no longer. */
    Watch answered() {
        return new Watch(openedAt, null, Escalation.NONE, null);
    }

    Watch escalated(Escalation to, String why, Instant next) {
        return new Watch(openedAt, next, to, why);
    }
}
