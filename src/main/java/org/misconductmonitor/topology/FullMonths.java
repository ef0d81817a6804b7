package org.misconductmonitor.topology;

import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * Tells of a month that is full before a fact has changed anything. What fails afterwards costs all states in memory: a
 * publisher who never stops would hold up everybody else. One thread at a time.
 */
final class FullMonths {
    private Subject last;

    /** A fact of the subject was too large. */
    void note(Subject subject) {
        last = subject;
    }

    /** Whether the arrival is sure to be too large; looks only at the subject of whom one was last. */
    boolean refuse(Subject subject, OfficerState state, Arrival.Fact arrival) {
        if (!subject.equals(last)
                || !(arrival instanceof Arrival.Published published)
                || !state.isNew(published.event())) {
            return false;
        }
        StoredFact fact = StoredFact.of(published.event());
        return EventCodec.encode(state.factsWith(fact)).length > Limits.MAX_STORED_BYTES;
    }
}
