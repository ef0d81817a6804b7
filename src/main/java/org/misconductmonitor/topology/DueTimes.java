package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.event.Subject;

/** Which subject to look at when, in order of time. */
public final class DueTimes {
    /**
     * A deadline that had passed when it became known waits so long after the last fact about the subject: more of the
     * same history, the answer among it, may be just behind.
     */
    public static final Duration SETTLING = Duration.ofSeconds(5);

    private static final char END_OF_TIME = '\u0000';
    private static final byte[] NOTHING = {};
    private static final int SECOND_DIGITS = 19;
    private static final int NANO_DIGITS = 9;
    /** Seconds are counted from before any date that the gate accepts, so that none is negative. */
    private static final long EPOCH = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private final KeyValueStore<String, byte[]> store;

    DueTimes(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * Moves a subject.
     *
     * @param from where it was, or null
     * @param to where it is to be, or null
     */
    void move(Subject subject, Instant from, Instant to) {
        if (from != null) {
            store.delete(time(from) + END_OF_TIME + subject.storeKey());
        }
        if (to != null) {
            store.put(time(to) + END_OF_TIME + subject.storeKey(), NOTHING);
        }
    }

    /** The first subjects to look at by then, no more than the limit. */
    List<Subject> until(Instant now, int limit) {
        List<Subject> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> due = store.range(null, end(now))) {
            while (due.hasNext() && found.size() < limit) {
                KeyValue<String, byte[]> entry = due.next();
                found.add(Subject.ofStoreKey(entry.key.substring(entry.key.indexOf(END_OF_TIME) + 1)));
            }
        }
        return found;
    }

    /** What every key of that time or before is less than: for those who read the store from outside. */
    public static String end(Instant now) {
        return time(now) + (char) (END_OF_TIME + 1);
    }

    /** Sorts as the time does. */
    static String time(Instant at) {
        return digits(at.getEpochSecond() - EPOCH, SECOND_DIGITS) + digits(at.getNano(), NANO_DIGITS);
    }

    private static String digits(long number, int width) {
        String text = Long.toString(number);
        return "0".repeat(width - text.length()) + text;
    }
}
