package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.topology.Accounting.Outcome;

class AccountingTest {
    private static final int MOST = 3;

    private final KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("accounting"), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private int offset;

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void shouldCountThoseWhoComeTooLateTogether() {
        Accounting gate = new Accounting(store, MOST);
        Accounting officers = new Accounting(store, MOST);
        for (String publisher : new String[] {"a", "b", "c", "d", "e", "a", "d", "f"}) {
            take(gate, officers, publisher, "vetting");
        }
        take(gate, officers, "d", "workforce");

        assertThat(lines())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "vetting a READ", 2L,
                        "vetting a ACCEPTED", 2L,
                        "vetting b READ", 1L,
                        "vetting b ACCEPTED", 1L,
                        "vetting c READ", 1L,
                        "vetting c ACCEPTED", 1L,
                        "vetting others READ", 4L,
                        "vetting others ACCEPTED", 4L,
                        "workforce d READ", 1L,
                        "workforce d ACCEPTED", 1L));
    }

    @Test
    void shouldCountTheSameWhereTheTaskBeginsAgainWithEveryRecord() {
        for (String publisher : new String[] {"a", "b", "c", "d", "e", "a", "d", "f"}) {
            take(new Accounting(store, MOST), new Accounting(store, MOST), publisher, "vetting");
        }

        assertThat(lines())
                .containsEntry("vetting a ACCEPTED", 2L)
                .containsEntry("vetting others READ", 4L)
                .containsEntry("vetting others ACCEPTED", 4L)
                .hasSize(8);
    }

    @Test
    void shouldCountDeadLettersWhereTheyWereRead() {
        Accounting gate = new Accounting(store, 1);
        for (String publisher : new String[] {"a", "b", "c", "a"}) {
            Origin origin = origin(publisher, "vetting");
            gate.read(origin);
            gate.count(origin, new Rejection(Rejection.Reason.NULL_KEY, null));
        }

        assertThat(lines())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "vetting a READ", 2L,
                        "vetting a DEAD_LETTERED", 2L,
                        "vetting others READ", 2L,
                        "vetting others DEAD_LETTERED", 2L));
    }

    private void take(Accounting gate, Accounting officers, String publisher, String topic) {
        Origin origin = origin(publisher, topic);
        gate.read(origin);
        officers.count(origin, Outcome.ACCEPTED);
    }

    private Origin origin(String publisher, String topic) {
        return new Origin(topic, 0, offset++, 0, publisher, new byte[0], new byte[0], new RecordHeaders());
    }

    private Map<String, Long> lines() {
        Map<String, Long> lines = new TreeMap<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            all.forEachRemaining(entry -> {
                Accounting.Line line = Accounting.Line.ofKey(entry.key);
                lines.put(
                        line.topic() + " " + line.publisher() + " " + line.outcome(),
                        Tally.decode(entry.value).count());
            });
        }
        return lines;
    }
}
