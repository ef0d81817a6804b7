package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.HashMap;
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
 * The latest revision of every alert that readers have seen, whole, and some of them in memory. The task is the only
 * writer, so what is in memory is what is stored.
 */
final class LifeStore {
    private final KeyValueStore<String, byte[]> store;
    private final ReviewPolicy policy;
    private final AlertCodec codec;
    private final Map<LivesKey, AlertLives> recent = new HashMap<>();
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
        AlertLives known = recent.get(key);
        if (known != null) {
            return known;
        }
        List<Alert> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = store.prefixScan(key.storeKey(""), new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
        }
        AlertLives lives = new AlertLives(policy, found);
        if (facts > maxFacts) {
            recent.clear();
            facts = 0;
        }
        recent.put(key, lives);
        found.forEach(alert -> facts += alert.evidence().size());
        return lives;
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
        facts += alert.evidence().size();
    }
}
