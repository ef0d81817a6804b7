package org.misconductmonitor.topology;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/** The facts of every subject of a task, by month: the truth that states in memory are built from. */
final class OfficerStore {
    private final WindowStore<String, byte[]> events;

    OfficerStore(WindowStore<String, byte[]> events) {
        this.events = events;
    }

    List<StoredFact> facts(Subject subject) {
        List<StoredFact> facts = new ArrayList<>();
        Instant end = Instant.ofEpochMilli(Bucket.RETENTION.toMillis() * 2);
        try (WindowStoreIterator<byte[]> buckets = events.fetch(subject.storeKey(), Instant.EPOCH, end)) {
            while (buckets.hasNext()) {
                facts.addAll(EventCodec.decode(buckets.next().value));
            }
        }
        return facts;
    }

    /** Replaces the facts of one month; none removes the month. */
    void putMonth(Subject subject, YearMonth month, byte[] facts) {
        events.put(subject.storeKey(), facts, Bucket.storeTime(month));
    }
}
