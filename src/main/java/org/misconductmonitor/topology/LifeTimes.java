package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When to look at which lives again, in order of time. An entry is taken back only with all others of its lives: one
 * whose alert has been acted on meanwhile is used up and finds nothing to do.
 */
final class LifeTimes {
    private static final char SEPARATOR = '\u0000';
    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, byte[]> store;

    LifeTimes(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /**
     * An entry that has come up.
     *
     * @param key in the store
     * @param lives whose
     */
    record Entry(String key, LivesKey lives) {}

    void note(LivesKey lives, Instant at) {
        store.put(DueTimes.time(at) + SEPARATOR + lives.storeKey(), NOTHING);
    }

    /** Takes back every entry of these lives: looks at all there are. */
    void forget(LivesKey lives) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.stream().filter(key -> key.endsWith(SEPARATOR + lives.storeKey())).forEach(store::delete);
    }

    void usedUp(Entry entry) {
        store.delete(entry.key);
    }

    /** The first entries that come up by then, no more than the limit. */
    List<Entry> until(Instant now, int limit) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> due = store.range(null, DueTimes.end(now))) {
            while (due.hasNext() && found.size() < limit) {
                String key = due.next().key;
                found.add(new Entry(key, LivesKey.ofStoreKey(key.substring(key.indexOf(SEPARATOR) + 1))));
            }
        }
        return found;
    }
}
