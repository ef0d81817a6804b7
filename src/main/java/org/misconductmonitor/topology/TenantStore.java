package org.misconductmonitor.topology;

import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.EncodedRecord;

/** What every record of a tenant contributes, one entry a fact. */
final class TenantStore {
    private final KeyValueStore<String, byte[]> store;
    private final ContributionAvro avro;

    TenantStore(KeyValueStore<String, byte[]> store, ContributionAvro avro) {
        this.store = store;
        this.avro = avro;
    }

    List<Contribution> of(Subject tenant) {
        return StoredContributions.of(tenant, store);
    }

    void put(Subject tenant, Contribution contribution, EncodedRecord record) {
        String key = StoredContributions.prefix(tenant) + contribution.tenantKey();
        if (contribution.isGone()) {
            store.delete(key);
        } else {
            store.put(key, avro.encode(record));
        }
    }
}
