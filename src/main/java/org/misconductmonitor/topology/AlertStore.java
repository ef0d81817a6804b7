package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;

/** The latest revision of every alert, by the subject whose facts raised it. */
final class AlertStore {
    static final char END_OF_SUBJECT = '\u0000';

    private final KeyValueStore<String, byte[]> store;
    private final AlertCodec codec;

    AlertStore(KeyValueStore<String, byte[]> store, AlertCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    List<Alert> of(Subject owner) {
        List<Alert> found = new ArrayList<>();
        String prefix = owner.storeKey() + END_OF_SUBJECT;
        try (KeyValueIterator<String, byte[]> stored = store.prefixScan(prefix, new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
        }
        return found;
    }

    void put(Subject owner, Decision.StoredAlert stored) {
        store.put(owner.storeKey() + END_OF_SUBJECT + stored.alert().alertId(), stored.bytes());
    }
}
