package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.event.Subject;

/** Which subject to look at when, in order of time. */
public final class DueTimes {
    /**
     * A deadline that had passed when it became known waits so long after the last fact about the subject: more of the
     * same history, the answer among it, may be just behind.
     */
    public static final Duration SETTLING = Duration.ofSeconds(5);

    private final TimeIndex index;

    DueTimes(KeyValueStore<String, byte[]> store) {
        index = new TimeIndex(store);
    }

    /**
     * Moves a subject.
     *
     * @param from where it was, or null
     * @param to where it is to be, or null
     */
    void move(Subject subject, Instant from, Instant to) {
        if (from != null) {
            index.remove(from, subject.storeKey());
        }
        if (to != null) {
            index.add(to, subject.storeKey());
        }
    }

    /** The first subjects to look at by then, no more than the limit. */
    List<Subject> until(Instant now, int limit) {
        return index.until(now, limit).stream()
                .map(entry -> Subject.ofStoreKey(entry.name()))
                .toList();
    }

    /** What every key of that time or before is less than: for those who read the store from outside. */
    public static String end(Instant now) {
        return TimeIndex.end(now);
    }
}
