package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.EncodedRecord;

/** One processor with stores of its own, from its start to the end of its transaction. */
final class LoneTask<V, K, O> {
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final char AT = '@';

    private final Instant start;
    private final MockProcessorContext<K, O> context = new MockProcessorContext<>();
    private final Map<String, KeyValueStore<String, byte[]>> stores = new TreeMap<>();
    private final WindowStore<String, byte[]> months;
    private final Processor<Subject, V, K, O> processor;

    /**
     * Starts it, or starts it again.
     *
     * @param stored what its stores hold, by their names
     */
    LoneTask(Processor<Subject, V, K, O> processor, Map<String, Map<String, byte[]>> stored, Instant start) {
        this.start = start;
        this.processor = processor;
        this.months = Stores.windowStoreBuilder(
                        Stores.inMemoryWindowStore(Names.OFFICER_EVENTS, Bucket.RETENTION, Bucket.SIZE, false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        add(months);
        stored.forEach((name, entries) -> {
            if (name.equals(Names.OFFICER_EVENTS)) {
                entries.forEach((month, facts) -> months.put(subject(month), facts, time(month)));
            } else {
                KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled()
                        .build();
                add(store);
                entries.forEach(store::put);
                stores.put(name, store);
            }
        });
        context.setCurrentSystemTimeMs(start.toEpochMilli());
        context.setCurrentStreamTimeMs(start.toEpochMilli());
        processor.init(context);
    }

    private void add(StateStore store) {
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    /** Empty stores of these names. */
    static Map<String, Map<String, byte[]>> empty(String... names) {
        Map<String, Map<String, byte[]>> stored = new TreeMap<>();
        for (String name : names) {
            stored.put(name, Map.of());
        }
        return stored;
    }

    /** Takes the values, then lets time pass until nothing is left to do. */
    LoneTask<V, K, O> take(List<Record<Subject, V>> records) {
        records.forEach(processor::process);
        for (Instant now = start; now.isBefore(start.plus(QUIET)); now = now.plusSeconds(1)) {
            long wall = now.toEpochMilli();
            context.setCurrentSystemTimeMs(wall);
            context.scheduledPunctuators().forEach(tick -> tick.getPunctuator().punctuate(wall));
        }
        return this;
    }

    /** Everything sent on. */
    List<Record<? extends K, ? extends O>> sent() {
        return context.forwarded().stream()
                .<Record<? extends K, ? extends O>>map(MockProcessorContext.CapturedForward::record)
                .toList();
    }

    /** Everything it has sent and stored, as text. */
    List<String> all() {
        List<String> lines = new ArrayList<>();
        sent().forEach(record -> lines.add(record.key() + " " + text(record.value())));
        stored().forEach((name, entries) ->
                entries.forEach((key, value) -> lines.add(name + " " + key + " " + text(value))));
        return lines;
    }

    /** What its stores hold. */
    Map<String, Map<String, byte[]>> stored() {
        Map<String, Map<String, byte[]>> stored = new TreeMap<>();
        stores.forEach((name, store) -> {
            Map<String, byte[]> copy = new TreeMap<>();
            try (KeyValueIterator<String, byte[]> entries = store.all()) {
                entries.forEachRemaining(entry -> copy.put(entry.key, entry.value));
            }
            stored.put(name, copy);
        });
        Map<String, byte[]> facts = new TreeMap<>();
        try (KeyValueIterator<Windowed<String>, byte[]> entries = months.all()) {
            entries.forEachRemaining(
                    entry -> facts.put(entry.key.key() + AT + entry.key.window().start(), entry.value));
        }
        stored.put(Names.OFFICER_EVENTS, facts);
        return stored;
    }

    private static String subject(String month) {
        return month.substring(0, month.indexOf(AT));
    }

    private static long time(String month) {
        return Long.parseLong(month.substring(month.indexOf(AT) + 1));
    }

    private static String text(Object value) {
        if (value instanceof EncodedRecord encoded) {
            return text(encoded.behind(new byte[0]));
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
