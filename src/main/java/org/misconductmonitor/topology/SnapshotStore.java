package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.event.Subject;

/** How far the monitor has come with every subject of which anything is stored. */
final class SnapshotStore {
    private final KeyValueStore<String, byte[]> store;

    SnapshotStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** {@link Snapshot#NONE} if nothing is stored of the subject. */
    Snapshot of(Subject subject) {
        byte[] stored = store.get(subject.storeKey());
        return stored == null ? Snapshot.NONE : Snapshot.decode(stored);
    }

    void put(Subject subject, Snapshot snapshot) {
        store.put(subject.storeKey(), snapshot.encode());
    }

    /**
     * Finds subjects whose alerts were computed with other rules.
     *
     * @param after store key to go on behind, or null to begin
     * @param limit how many subjects to look at
     */
    Outdated outdated(String after, String rules, int limit) {
        List<Subject> found = new ArrayList<>();
        String last = after;
        int seen = 0;
        try (KeyValueIterator<String, byte[]> all = store.range(after == null ? null : after + '\u0000', null)) {
            while (all.hasNext() && seen < limit) {
                KeyValue<String, byte[]> entry = all.next();
                last = entry.key;
                seen++;
                if (!rules.equals(Snapshot.decode(entry.value).rules())) {
                    found.add(Subject.ofStoreKey(entry.key));
                }
            }
            return new Outdated(found, last, !all.hasNext());
        }
    }

    /**
     * Part of a search.
     *
     * @param subjects found in this part
     * @param last store key it came to
     * @param complete whether nothing is behind it
     */
    record Outdated(List<Subject> subjects, String last, boolean complete) {}
}
