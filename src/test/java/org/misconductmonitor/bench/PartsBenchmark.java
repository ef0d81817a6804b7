package org.misconductmonitor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.platform.bench.SyntheticEvents;
import org.misconductmonitor.topology.AlertAvro;
import org.misconductmonitor.topology.EventAvro;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the parts around the engine cost an event. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class PartsBenchmark {
    private static final int EVENTS = 4_096;

    private final EventAvro eventAvro = new EventAvro();
    private final AlertAvro alertAvro = new AlertAvro();
    private final List<List<StoredFact>> facts = new ArrayList<>();
    private final List<byte[]> encoded = new ArrayList<>();
    private final List<IndexedRecord> records = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private int next;

    @Setup
    public void build() {
        SyntheticEvents source = new SyntheticEvents("", 200, EVENTS, 0, 1);
        Population population = new Population(RuleSets.named("default"));
        for (int i = 0; i < EVENTS; i++) {
            Event event = source.next();
            events.add(event);
            facts.add(List.of(StoredFact.of(event)));
            encoded.add(EventCodec.encode(facts.get(i)));
            records.add(eventAvro.write(event));
            alerts.addAll(population.accept(event, event.at()).alerts());
        }
    }

    @Benchmark
    public byte[] encodeFact() {
        return EventCodec.encode(facts.get(index()));
    }

    @Benchmark
    public List<StoredFact> decodeFact() {
        return EventCodec.decode(encoded.get(index()));
    }

    @Benchmark
    public Event readAvro() {
        return eventAvro.read(records.get(index()), Feed.ALLEGATIONS);
    }

    @Benchmark
    public Object writeAvro() {
        return eventAvro.write(events.get(index()));
    }

    @Benchmark
    public Object writeAlert() {
        return alertAvro.write(alerts.get(index() % alerts.size()));
    }

    private int index() {
        next = next + 1 & EVENTS - 1;
        return next;
    }
}
