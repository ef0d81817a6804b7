package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Subject;

/**
 * What one fact of one subject's record is to the rules on its tenant: how it is seen there now, or that it is not. A
 * later one of the same fact takes the place of an earlier one.
 *
 * @param tenantId whose population it belongs to
 * @param subject in whose record the fact is
 * @param key identity of the fact in that record
 * @param seen the fact as corrected, under the officer in whose record it is, with the fields that rules on tenants read
 *     and no others; or null: it is gone
 * @param outcome the latest finding of its allegation, or null
 * @param reason why it changed, in words; or null: it is told once more. No part of what is stored
 */
public record Contribution(String tenantId, Subject subject, String key, Event seen, String outcome, String reason) {
    public Contribution {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(key, "key");
    }

    /** Whether rules on the tenant do not see the fact any more. */
    public boolean isGone() {
        return seen == null;
    }

    /** Identity among all facts of the tenant; starts with the eventId as every key of a fact does. */
    public String tenantKey() {
        return Firing.eventId(key) + '\n' + subject.storeKey() + '\n' + key;
    }

    Contribution gone() {
        return new Contribution(tenantId, subject, key, null, null, reason);
    }

    /** Whether both say the same of the fact, whatever the reason. */
    boolean saysTheSame(Contribution other) {
        return other != null
                && tenantId.equals(other.tenantId)
                && Objects.equals(seen, other.seen)
                && Objects.equals(outcome, other.outcome);
    }

    /** The fact for rules on the tenant; only of one that is not gone. */
    Observation observation() {
        List<Outcome> outcomes =
                outcome == null ? List.of() : List.of(new Outcome(Instant.MIN, seen.eventId(), true, outcome));
        return new Observation(seen, tenantKey(), Map.of(), null, outcomes);
    }
}
