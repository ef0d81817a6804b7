package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** What to look at when: names in order of time. One name can stand at several times. */
final class TimeIndex {
    private static final char END_OF_TIME = '\u0000';
    private static final byte[] NOTHING = {};
    private static final int SECOND_DIGITS = 19;
    private static final int NANO_DIGITS = 9;
    /** Seconds are counted from before any date that the gate accepts, so that none is negative. */
    private static final long EPOCH = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private final KeyValueStore<String, byte[]> store;

    TimeIndex(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * A name at a time.
     *
     * @param key in the store
     */
    record Entry(String key) {
        String name() {
            return key.substring(key.indexOf(END_OF_TIME) + 1);
        }
    }

    void add(Instant at, String name) {
        store.put(key(at, name), NOTHING);
    }

    void remove(Instant at, String name) {
        store.delete(key(at, name));
    }

    void remove(Entry entry) {
        store.delete(entry.key);
    }

    /** The first entries by then, that time included, no more than the limit. */
    List<Entry> until(Instant now, int limit) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> due = store.range(null, end(now))) {
            while (due.hasNext() && found.size() < limit) {
                found.add(new Entry(due.next().key));
            }
        }
        return found;
    }

    /** Every entry of such names: looks at all there are. */
    List<Entry> all(Predicate<String> names) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                Entry entry = new Entry(all.next().key);
                if (names.test(entry.name())) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    /** What every key of that time or before is less than. */
    static String end(Instant now) {
        return time(now) + (char) (END_OF_TIME + 1);
    }

    private static String key(Instant at, String name) {
        return time(at) + END_OF_TIME + name;
    }

    /** Sorts as the time does. */
    private static String time(Instant at) {
        return digits(at.getEpochSecond() - EPOCH, SECOND_DIGITS) + digits(at.getNano(), NANO_DIGITS);
    }

    private static String digits(long number, int width) {
        String text = Long.toString(number);
        return "0".repeat(width - text.length()) + text;
    }
}
