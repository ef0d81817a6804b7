package org.misconductmonitor.topology;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Which publishers have lines of their own in an account. Anybody who may publish can say who it is, each time something
 * else: those who come when a topic has very many are counted together, so that the account has an end.
 */
final class CountedPublishers {
    /** Who stands for all others. */
    static final String OTHERS = "others";

    /** Of a topic, in each partition. */
    static final int MOST = 10_000;

    private final KeyValueStore<String, byte[]> store;
    private final int most;
    private final Map<String, Integer> known = new HashMap<>();

    /** @param store of the account: whoever has a line about records read is known */
    CountedPublishers(KeyValueStore<String, byte[]> store, int most) {
        this.store = store;
        this.most = most;
    }

    /** Under which name a record is counted that is being read: its line is written next. */
    String reading(Origin origin) {
        if (isKnown(origin)) {
            return origin.publisher();
        }
        int already = known.computeIfAbsent(origin.topic(), this::stored);
        if (already >= most) {
            return OTHERS;
        }
        known.put(origin.topic(), already + 1);
        return origin.publisher();
    }

    /** Under which name a record is counted that was read. */
    String after(Origin origin) {
        return isKnown(origin) ? origin.publisher() : OTHERS;
    }

    private boolean isKnown(Origin origin) {
        return store.get(
                        Accounting.Line.read(origin.topic(), origin.publisher()).key())
                != null;
    }

    private int stored(String topic) {
        int found = 0;
        try (KeyValueIterator<String, byte[]> lines =
                store.prefixScan(Accounting.Line.prefix(topic), new StringSerializer())) {
            while (lines.hasNext()) {
                if (Accounting.Line.ofKey(lines.next().key).outcome() == Accounting.Outcome.READ) {
                    found++;
                }
            }
        }
        return found;
    }
}
