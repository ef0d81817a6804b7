package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.Subject;

/** What every record of a tenant contributes, one entry a fact. */
final class TenantStore {
    private final KeyValueStore<String, byte[]> store;
    private final ContributionAvro avro;

    TenantStore(KeyValueStore<String, byte[]> store, ContributionAvro avro) {
        this.store = store;
        this.avro = avro;
    }

    List<Contribution> of(Subject tenant) {
        List<Contribution> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored =
                store.prefixScan(tenant.storeKey() + AlertStore.END_OF_SUBJECT, new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(avro.decode(entry.value)));
        }
        return found;
    }

    void put(Subject tenant, Contribution contribution, GenericRecord record) {
        String key = tenant.storeKey() + AlertStore.END_OF_SUBJECT + contribution.tenantKey();
        if (contribution.isGone()) {
            store.delete(key);
        } else {
            store.put(key, avro.encode(record));
        }
    }
}
