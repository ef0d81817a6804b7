package org.misconductmonitor.query;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.Names;
import org.misconductmonitor.topology.Tally;

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

    private static StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> store() {
        return StoreQueryParameters.fromNameAndType(Names.ACCOUNTING, QueryableStoreTypes.keyValueStore());
    }

    /**
     * What the lines of every partition say that is processed here.
     *
     * @throws org.apache.kafka.streams.errors.InvalidStateStoreException while the state is being restored
     */
    public Map<Integer, Map<Accounting.Line, Tally>> tallies() {
        Map<Integer, Map<Accounting.Line, Tally>> tallies = new TreeMap<>();
        streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(task -> task.taskId().partition())
                .forEach(partition -> {
                    Map<Accounting.Line, Tally> lines = new TreeMap<>(ORDER);
                    read(store().withPartition(partition), lines::put);
                    tallies.put(partition, lines);
                });
        return tallies;
    }

    private Map<Accounting.Line, Long> lines(StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> store) {
        Map<Accounting.Line, Long> lines = new TreeMap<>(ORDER);
        read(store, (line, tally) -> lines.merge(line, tally.count(), Long::sum));
        return lines;
    }

    private void read(
            StoreQueryParameters<ReadOnlyKeyValueStore<String, byte[]>> store,
            BiConsumer<Accounting.Line, Tally> reader) {
        try (KeyValueIterator<String, byte[]> all = streams.store(store).all()) {
            all.forEachRemaining(entry -> reader.accept(Accounting.Line.ofKey(entry.key), Tally.decode(entry.value)));
        }
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
