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

    /** The facts of one month as they are stored, or null if there are none. */
    byte[] month(Subject subject, YearMonth month) {
        return events.fetch(subject.storeKey(), Bucket.storeTime(month));
    }

    /** Replaces the facts of one month; none removes the month. */
    void putMonth(Subject subject, YearMonth month, byte[] facts) {
        events.put(subject.storeKey(), facts, Bucket.storeTime(month));
    }
}
