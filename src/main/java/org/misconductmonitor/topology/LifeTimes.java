package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When to look at which lives again, in order of time. An entry is taken back only with all others of its lives: one
 * whose alert has been acted on meanwhile is used up and finds nothing to do.
 */
final class LifeTimes {
    private final TimeIndex index;

    LifeTimes(KeyValueStore<String, byte[]> store) {
        index = new TimeIndex(store);
    }

    /**
     * An entry that has come up.
     *
     * @param place in the index
     * @param lives whose
     */
    record Entry(TimeIndex.Entry place, LivesKey lives) {}

    void note(LivesKey lives, Instant at) {
        index.add(at, lives.storeKey());
    }

    /** Takes back every entry of these lives: looks at all there are. */
    void forget(LivesKey lives) {
        index.all(lives.storeKey()::equals).forEach(index::remove);
    }

    void usedUp(Entry entry) {
        index.remove(entry.place);
    }

    /** The first entries that come up by then, no more than the limit. */
    List<Entry> until(Instant now, int limit) {
        return index.until(now, limit).stream()
                .map(place -> new Entry(place, LivesKey.ofStoreKey(place.name())))
                .toList();
    }
}
