package org.misconductmonitor.topology;

import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.streams.state.WindowStore;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** The facts of every subject of a task, by month: the truth that states in memory are built from. */
final class OfficerStore {
    private final WindowStore<String, byte[]> events;

    OfficerStore(WindowStore<String, byte[]> events) {
        this.events = events;
    }

    List<StoredFact> facts(Subject subject) {
        return StoredFacts.of(subject, events);
    }

    /** Replaces the facts of one month; none removes the month. */
    void putMonth(Subject subject, YearMonth month, byte[] facts) {
        events.put(subject.storeKey(), facts, Bucket.storeTime(month));
    }
}
