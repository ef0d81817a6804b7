package org.misconductmonitor.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.rule.RuleSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What one more event costs after a history of so many, and what it costs those who do less. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 30)
@Measurement(iterations = 15)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@State(Scope.Thread)
public class HistoryBenchmark {
    @Param({"10", "100", "1000", "10000"})
    public int history;

    @Param({"chicago", "default", "28", "280"})
    public String rules;

    private RuleSet ruleSet;
    private List<Histories.History> histories;
    private List<OfficerState> states;
    private List<DequePeer> deques;
    private List<List<Event>> late;

    @Setup(Level.Trial)
    public void read() {
        ruleSet = RuleSets.named(rules);
        histories = Histories.of(history);
        late = histories.stream()
                .map(officer -> officer.next().stream().map(Histories::late).toList())
                .toList();
    }

    @Setup(Level.Iteration)
    public void build() {
        Evaluators evaluators = Evaluators.of(ruleSet);
        states = new ArrayList<>();
        deques = new ArrayList<>();
        for (Histories.History officer : histories) {
            List<StoredFact> facts =
                    officer.known().stream().map(StoredFact::of).toList();
            states.add(new OfficerState(officer.known().get(0).subject(), evaluators, facts, List.of(), Instant.MIN));
            DequePeer peer = new DequePeer(ruleSet);
            officer.known().forEach(peer::accept);
            deques.add(peer);
        }
    }

    /** The engine, in order. */
    @Benchmark
    @OperationsPerInvocation(Histories.NEXT)
    public void inOrder(Blackhole hole) {
        for (int i = 0; i < states.size(); i++) {
            OfficerState state = states.get(i);
            for (Event event : histories.get(i).next()) {
                hole.consume(state.accept(event, event.at()));
            }
        }
    }

    /** The engine, each event half a year late: it folds again. */
    @Benchmark
    @Measurement(iterations = 5)
    @Warmup(iterations = 5)
    @OperationsPerInvocation(Histories.NEXT)
    public void late(Blackhole hole) {
        for (int i = 0; i < states.size(); i++) {
            OfficerState state = states.get(i);
            for (Event event : late.get(i)) {
                hole.consume(state.accept(event, event.at()));
            }
        }
    }

    /** Windows without corrections, late events, duplicates or evidence of what others say. */
    @Benchmark
    @OperationsPerInvocation(Histories.NEXT)
    public void deque(Blackhole hole) {
        for (int i = 0; i < deques.size(); i++) {
            DequePeer peer = deques.get(i);
            for (Event event : histories.get(i).next()) {
                hole.consume(peer.accept(event));
            }
        }
    }
}
