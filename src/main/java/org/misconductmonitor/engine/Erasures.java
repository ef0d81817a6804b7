package org.misconductmonitor.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;

/** Up to when records were erased, for those who keep many of them. One thread at a time. */
public final class Erasures {
    private final Map<Subject, Event> last = new HashMap<>();

    /**
     * Takes an ERASED fact.
     *
     * @return null if it erases more than those before it
     */
    public Verdict take(Event erasure) {
        Event before = last.get(erasure.subject());
        if (before != null && !before.at().isBefore(erasure.at())) {
            return before.at().equals(erasure.at()) ? Verdict.DUPLICATE : Verdict.SUPERSEDED;
        }
        last.put(erasure.subject(), erasure);
        return null;
    }

    /** The ERASED facts that hold, one for each erased record; a view, in no order. */
    public Collection<Event> all() {
        return Collections.unmodifiableCollection(last.values());
    }

    /** Whether the fact must not be known in that record any more. */
    public boolean cover(Event fact, Subject record) {
        Event erasure = last.get(record);
        return erasure != null && !fact.at().isAfter(erasure.at());
    }
}
