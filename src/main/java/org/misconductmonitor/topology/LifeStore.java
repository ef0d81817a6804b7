package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
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
    private final KeyValueStore<String, byte[]> store;
    private final ReviewPolicy policy;
    private final AlertCodec codec;
    private final Recent<LivesKey, AlertLives> recent;

    /** @param maxFacts about as many facts may be the evidence of alerts in memory */
    LifeStore(KeyValueStore<String, byte[]> store, AlertCodec codec, ReviewPolicy policy, int maxFacts) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.recent = new Recent<>(this::load, LifeStore::facts, maxFacts);
    }

    AlertLives lives(LivesKey key) {
        return recent.get(key);
    }

    private AlertLives load(LivesKey key) {
        List<Alert> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = store.prefixScan(key.storeKey(""), new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
        }
        return new AlertLives(policy, found);
    }

    private static int facts(AlertLives lives) {
        return lives.latest().stream()
                .mapToInt(alert -> alert.evidence().size())
                .sum();
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
        recent.resized(key);
    }

    /**
     * Keeps the latest revision of an alert as it went out.
     *
     * @param record of the alert
     */
    void put(LivesKey key, Alert alert, EncodedRecord record) {
        store.put(key.storeKey(alert.alertId()), codec.encode(record));
        recent.get(key).published(alert);
        recent.resized(key);
    }
}
