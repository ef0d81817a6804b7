package org.misconductmonitor.query;

import java.time.Instant;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.misconductmonitor.topology.DueTimes;
import org.misconductmonitor.topology.Names;

/** Deadlines that this instance has still to tell. */
public final class Deadlines {
    private final KafkaStreams streams;

    public Deadlines(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Whether anything is due by then and not told yet, though it may still wait for more of the same history; yes while
     * the state is being restored.
     */
    public boolean anyDue(Instant now) {
        Instant settled = now.plus(DueTimes.SETTLING);
        return anyDue(Names.DUE_TIMES, settled) || anyDue(Names.TENANT_DUE_TIMES, settled);
    }

    private boolean anyDue(String name, Instant now) {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> store =
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore());
        try (KeyValueIterator<String, byte[]> due = streams.store(store).range(null, DueTimes.end(now))) {
            return due.hasNext();
        } catch (InvalidStateStoreException e) {
            return true;
        }
    }
}
