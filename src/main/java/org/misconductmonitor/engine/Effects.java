package org.misconductmonitor.engine;

import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.StoredFact;

/**
 * What taking one fact did.
 *
 * @param verdict null when the fact was new
 * @param added the fact now in the record, or null
 * @param removed the fact it replaced or took out, or null
 * @param alerts transitions to publish, in order
 * @param handovers facts to hand to other officers' records, in order
 * @param contributions what changed for the rules on tenants, in order
 * @param erased facts that are not in the record any more
 */
public record Effects(
        Verdict verdict,
        StoredFact added,
        StoredFact removed,
        List<Alert> alerts,
        List<Handover> handovers,
        List<Contribution> contributions,
        List<StoredFact> erased) {
    Effects(
            Verdict verdict,
            StoredFact added,
            StoredFact removed,
            List<Alert> alerts,
            List<Handover> handovers,
            List<Contribution> contributions) {
        this(verdict, added, removed, alerts, handovers, contributions, List.of());
    }

    static Effects nothing(Verdict verdict) {
        return new Effects(verdict, null, null, List.of(), List.of(), List.of());
    }

    static Effects of(List<Alert> alerts) {
        return new Effects(null, null, null, alerts, List.of(), List.of());
    }

    /** Whether the record changed. */
    public boolean changedRecord() {
        return added != null || removed != null;
    }
}
