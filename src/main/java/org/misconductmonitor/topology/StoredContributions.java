package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.event.Subject;

/** Reads contributions out of the store {@link Names#TENANT_FACTS}, for the topology and for those who ask it. */
public final class StoredContributions {
    private StoredContributions() {}

    /** Of every fact of the tenant that rules on tenants look at; none if it is unknown. */
    public static List<Contribution> of(Subject tenant, ReadOnlyKeyValueStore<String, byte[]> facts) {
        ContributionAvro avro = new ContributionAvro();
        List<Contribution> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = facts.prefixScan(prefix(tenant), new StringSerializer())) {
            stored.forEachRemaining(entry -> found.add(avro.decode(entry.value)));
        }
        return found;
    }

    /** What every key of the tenant begins with. */
    static String prefix(Subject tenant) {
        return tenant.storeKey() + AlertStore.END_OF_SUBJECT;
    }
}
