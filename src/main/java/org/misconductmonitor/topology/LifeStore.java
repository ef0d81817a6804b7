package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertLives;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.EncodedRecord;

/**
 * The latest revision of every alert that readers have seen, whole, and those used last in memory. The task is the only
 * writer, so what is in memory is what is stored.
 */
final class LifeStore {
    /** Lives in memory, and how many facts they hold. */
    private static final class Kept {
        final AlertLives lives;
        int facts;

        Kept(AlertLives lives) {
            this.lives = lives;
        }

        /** At least one, so that lives without evidence are not kept for ever. */
        int weigh() {
            int sum = 1;
            for (Alert alert : lives.latest()) {
                sum += alert.evidence().size();
            }
            return sum;
        }
    }

    private final KeyValueStore<String, byte[]> store;
    private final ReviewPolicy policy;
    private final AlertCodec codec;
    private final Map<LivesKey, Kept> recent = new LinkedHashMap<>(1024, 0.75f, true);
    private final int maxFacts;
    private int facts;

    /** @param maxFacts about as many facts may be the evidence of alerts in memory */
    LifeStore(KeyValueStore<String, byte[]> store, AlertCodec codec, ReviewPolicy policy, int maxFacts) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.maxFacts = maxFacts;
    }

    AlertLives lives(LivesKey key) {
        Kept known = recent.get(key);
        if (known != null) {
            return known.lives;
        }
        List<Alert> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = store.prefixScan(key.storeKey(""), new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
        }
        Kept kept = new Kept(new AlertLives(policy, found));
        recent.put(key, kept);
        resized(kept);
        makeRoom(kept);
        return kept.lives;
    }

    private void resized(Kept kept) {
        int now = kept.weigh();
        facts += now - kept.facts;
        kept.facts = now;
    }

    private void makeRoom(Kept needed) {
        Iterator<Kept> oldest = recent.values().iterator();
        while (facts > maxFacts && oldest.hasNext()) {
            Kept kept = oldest.next();
            if (kept != needed) {
                facts -= kept.facts;
                oldest.remove();
            }
        }
    }

    /** With which others the alert is kept, or empty if there is no such alert under that key. */
    Optional<LivesKey> find(Subject home, String alertId) {
        try (KeyValueIterator<String, byte[]> stored =
                store.prefixScan(LivesKey.prefix(home), new StringSerializer())) {
            while (stored.hasNext()) {
                LivesKey key = LivesKey.ofStoreKey(stored.peekNextKey());
                if (key.storeKey(alertId).equals(stored.next().key)) {
                    return Optional.of(key);
                }
            }
            return Optional.empty();
        }
    }

    void forget(LivesKey key, String alertId) {
        store.delete(key.storeKey(alertId));
    }

    /** @param record of the alert */
    void put(LivesKey key, Alert alert, EncodedRecord record) {
        store.put(key.storeKey(alert.alertId()), codec.encode(record));
        Kept kept = recent.get(key);
        if (kept != null) {
            resized(kept);
        }
    }
}
