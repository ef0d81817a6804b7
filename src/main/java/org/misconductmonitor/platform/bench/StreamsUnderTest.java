package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.StreamsProperties;
import org.misconductmonitor.topology.TopicCatalog;

/** A topology that runs only while it is measured. */
final class StreamsUnderTest implements AutoCloseable {
    private static final long LOOK_MICROS = 500;

    private final MonitorConfig config;
    private final InputOffsets offsets;
    private final Deadline deadline;
    private final KafkaStreams streams;

    StreamsUnderTest(MonitorConfig config, Topology topology, InputOffsets offsets, Deadline deadline) {
        this.config = config;
        this.offsets = offsets;
        this.deadline = deadline;
        Properties properties = StreamsProperties.of(config, TopicCatalog.MAX_OUTPUT_BYTES);
        this.streams = new KafkaStreams(topology, properties);
    }

    KafkaStreams streams() {
        return streams;
    }

    void start() {
        streams.start();
        deadline.await(() -> streams.state() == KafkaStreams.State.RUNNING, 10_000, "the start of " + name());
    }

    /** A topology that is paused before it runs would never be ready. */
    void startAndPause() {
        start();
        streams.pause();
    }

    void resume() {
        streams.resume();
    }

    /** Lets it process all there is, from the first record to the end of the last transaction, and pauses it again. */
    BenchResult.Run measure(int events) {
        List<? extends Metric> processed = streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("process-total")
                        && metric.metricName().group().equals("stream-thread-metrics"))
                .toList();
        double before = sum(processed);
        Map<String, Double> written = written();
        CpuTime cpu = CpuTime.now(name());
        streams.resume();
        deadline.await(() -> sum(processed) > before, LOOK_MICROS, name() + " to begin");
        long start = System.nanoTime();
        double early = sum(processed) - before;
        deadline.await(() -> sum(processed) >= before + events, LOOK_MICROS, name() + " to process");
        deadline.await(() -> offsets.areCommitted(name()), LOOK_MICROS, name() + " to commit");
        double seconds = (System.nanoTime() - start) / 1e9;
        CpuTime used = CpuTime.now(name()).since(cpu);
        streams.pause();
        Map<String, Double> perEvent = new TreeMap<>();
        written().forEach((topic, records) -> {
            double more = records - written.getOrDefault(topic, 0.0);
            if (more > 0) {
                perEvent.put(topic, more / events);
            }
        });
        return new BenchResult.Run(
                (events - early) / seconds, used.threads() / 1e3 / events, used.process() / 1e3 / events, perEvent);
    }

    /** Records written so far, by topic; those of changelogs are not counted. */
    private Map<String, Double> written() {
        return streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-produced-total"))
                .collect(Collectors.groupingBy(
                        metric -> metric.metricName().tags().get("topic"),
                        TreeMap::new,
                        Collectors.summingDouble(metric -> ((Number) metric.metricValue()).doubleValue())));
    }

    private String name() {
        return config.applicationId();
    }

    private static double sum(List<? extends Metric> metrics) {
        return metrics.stream()
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .sum();
    }

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }
}
