package org.misconductmonitor.platform.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * Measures the monitor end to end, next to a topology that only decodes and forwards: the same broker, records, threads
 * and exactly-once settings, in turns, after a round to warm up.
 */
public final class Bench {
    private final BenchOptions options;
    private final Consumer<String> progress;
    private final Deadline deadline;

    /** @param progress is told what is being done */
    public Bench(BenchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.deadline = new Deadline(options.limit());
    }

    /**
     * Takes minutes.
     *
     * @throws BenchException if it does not come to an end in time
     */
    public BenchResult run() {
        progress.accept("replay: the engine alone");
        BenchResult.Replay replay =
                ReplayProbe.measure(options.rules(), options.events(), options.officers(), options.latePerMille());
        progress.accept("starting a broker and a registry");
        try (BenchCluster cluster = BenchCluster.start(options.settings())) {
            return run(cluster, replay);
        }
    }

    private BenchResult run(BenchCluster cluster, BenchResult.Replay replay) {
        MonitorConfig config = cluster.config("bench-monitor");
        SyntheticEvents events = new SyntheticEvents(
                "", options.officers(), options.allEvents(), options.latePerMille(), 1, Instant.now());
        List<BenchResult.Round> rounds;
        BenchResult.Latency latency;
        try (Feeder feeder = new Feeder(config, events);
                InputOffsets offsets = new InputOffsets(config, feeder.partitions())) {
            try (StreamsUnderTest monitor = monitor(config, offsets);
                    StreamsUnderTest forward = forward(cluster, offsets)) {
                monitor.startAndPause();
                forward.startAndPause();
                rounds = rounds(feeder, offsets, monitor, forward);
                progress.accept("latency: " + options.latencyRate() + " events a second");
                monitor.resume();
                latency = new LatencyProbe(config).measure(feeder, options.latencyRate(), options.latencyTime());
            }
            BenchResult.State state = StateSize.of(config.stateDir(), feeder.officerAllegations());
            return result(rounds, latency, state, restore(config, offsets), replay);
        }
    }

    private StreamsUnderTest monitor(MonitorConfig config, InputOffsets offsets) {
        return new StreamsUnderTest(config, Monitor.topology(config, options.rules()), offsets, deadline);
    }

    private StreamsUnderTest forward(BenchCluster cluster, InputOffsets offsets) {
        MonitorConfig config = cluster.config("bench-forward");
        ConfiguredSerdes serdes = BenchCluster.serdes(config);
        return new StreamsUnderTest(
                config,
                ForwardTopology.build(cluster.sources(config), cluster.sink(), () -> serdes),
                offsets,
                deadline);
    }

    private List<BenchResult.Round> rounds(
            Feeder feeder, InputOffsets offsets, StreamsUnderTest monitor, StreamsUnderTest forward) {
        List<BenchResult.Round> rounds = new ArrayList<>();
        for (int i = 0; i <= options.rounds(); i++) {
            String name = i == 0 ? "warm-up" : "round " + i + " of " + options.rounds();
            progress.accept(name + ": publishing " + options.events() + " events");
            feeder.publish(options.events());
            offsets.mark();
            BenchResult.Run first = (i % 2 == 0 ? monitor : forward).measure(options.events());
            BenchResult.Run second = (i % 2 == 0 ? forward : monitor).measure(options.events());
            BenchResult.Round round =
                    i % 2 == 0 ? new BenchResult.Round(first, second) : new BenchResult.Round(second, first);
            progress.accept("%s: monitor %,.0f events/s, forward %,.0f"
                    .formatted(
                            name,
                            round.monitor().eventsPerSecond(),
                            round.forward().eventsPerSecond()));
            if (i > 0) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private BenchResult.Restore restore(MonitorConfig config, InputOffsets offsets) {
        progress.accept("restore: without the state directory");
        StateSize.delete(config.stateDir());
        RestoreProbe probe = new RestoreProbe();
        try (StreamsUnderTest again = monitor(config, offsets)) {
            again.streams().setGlobalStateRestoreListener(probe);
            again.start();
        }
        return probe.result(config, deadline);
    }

    private BenchResult result(
            List<BenchResult.Round> rounds,
            BenchResult.Latency latency,
            BenchResult.State state,
            BenchResult.Restore restore,
            BenchResult.Replay replay) {
        return new BenchResult(
                options.rules().rules().size(),
                options.events(),
                options.officers(),
                rounds,
                median(
                        rounds,
                        round -> round.monitor().eventsPerSecond()
                                / round.forward().eventsPerSecond()),
                median(
                        rounds,
                        round -> round.forward().threadMicrosPerEvent()
                                / round.monitor().threadMicrosPerEvent()),
                latency,
                state,
                restore,
                replay);
    }

    private static double median(List<BenchResult.Round> rounds, ToDoubleFunction<BenchResult.Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
