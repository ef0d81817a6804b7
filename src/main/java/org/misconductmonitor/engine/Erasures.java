package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;

/** Up to when records were erased, for those who keep many of them. One thread at a time. */
public final class Erasures {
    private final Map<Subject, Instant> until = new HashMap<>();

    /**
     * Takes an ERASED fact.
     *
     * @return null if it erases more than those before it
     */
    public Verdict take(Event erasure) {
        Instant before = until.get(erasure.subject());
        if (before != null && !before.isBefore(erasure.at())) {
            return before.equals(erasure.at()) ? Verdict.DUPLICATE : Verdict.SUPERSEDED;
        }
        until.put(erasure.subject(), erasure.at());
        return null;
    }

    /** Whether the fact must not be known in that record any more. */
    public boolean cover(Event fact, Subject record) {
        Instant last = until.get(record);
        return last != null && !fact.at().isAfter(last);
    }
}
