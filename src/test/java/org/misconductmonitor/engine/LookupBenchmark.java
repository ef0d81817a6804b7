package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.bench.SyntheticEvents;
import org.misconductmonitor.platform.bench.SyntheticRules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Finding the rules that may look at a fact. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class LookupBenchmark {
    private static final int FACTS = 1_024;

    @Param({"28", "280"})
    public int rules;

    private final List<Observation> facts = new ArrayList<>();
    private Evaluators evaluators;
    private int next;

    @Setup
    public void build() {
        evaluators = Evaluators.of(SyntheticRules.of(rules));
        SyntheticEvents source = new SyntheticEvents("", 100, FACTS, 0, 1);
        for (int i = 0; i < FACTS; i++) {
            Event event = source.next();
            facts.add(new Observation(event, event.eventId(), Map.of(), null, List.of()));
        }
    }

    @Benchmark
    public List<Evaluator> accepting() {
        next = next + 1 & FACTS - 1;
        return evaluators.accepting(facts.get(next));
    }
}
