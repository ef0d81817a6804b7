package org.misconductmonitor.query;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.Names;

/** What became of every record that this instance has read. */
public final class Accounts {
    private static final Comparator<Accounting.Line> ORDER = Comparator.comparing(Accounting.Line::topic)
            .thenComparing(Accounting.Line::publisher)
            .thenComparing(Accounting.Line::outcome)
            .thenComparing(Accounting.Line::reason);

    private final KafkaStreams streams;

    public Accounts(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Every line with its count, of all partitions together.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while the state is being restored
     */
    public Map<Accounting.Line, Long> lines() {
        return lines(store());
    }

    /**
     * The same of one partition.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while the state is being restored, or if the
     *     partition is at another instance
     */
    public Map<Accounting.Line, Long> lines(int partition) {
        return lines(store().withPartition(partition));
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<String, Long>> store() {
        return StoreQueryParameters.fromNameAndType(Names.ACCOUNTING, QueryableStoreTypes.keyValueStore());
    }

    private Map<Accounting.Line, Long> lines(StoreQueryParameters<ReadOnlyKeyValueStore<String, Long>> store) {
        Map<Accounting.Line, Long> lines = new TreeMap<>(ORDER);
        try (KeyValueIterator<String, Long> all = streams.store(store).all()) {
            all.forEachRemaining(entry -> lines.merge(Accounting.Line.ofKey(entry.key), entry.value, Long::sum));
        }
        return lines;
    }

    /** Totals; READ is the sum of the others. */
    public Map<Accounting.Outcome, Long> totals() {
        Map<Accounting.Outcome, Long> totals = new EnumMap<>(Accounting.Outcome.class);
        for (Accounting.Outcome outcome : Accounting.Outcome.values()) {
            totals.put(outcome, 0L);
        }
        lines().forEach((line, count) -> totals.merge(line.outcome(), count, Long::sum));
        return totals;
    }
}
