package org.misconductmonitor.topology;

import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.Subject;

/** What every record of a tenant contributes, one entry a fact. */
final class TenantStore {
    private final KeyValueStore<String, byte[]> store;

    TenantStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    List<Contribution> of(Subject tenant) {
        return StoredContributions.of(tenant, store);
    }

    /** @param stored as {@link ContributionAvro#stored} has it */
    void put(Subject tenant, Contribution contribution, byte[] stored) {
        String key = StoredContributions.prefix(tenant) + contribution.tenantKey();
        if (contribution.isGone()) {
            store.delete(key);
        } else {
            store.put(key, stored);
        }
    }
}
