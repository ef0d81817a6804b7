package org.misconductmonitor.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.misconductmonitor.query.Deadlines;

/** Tells when an instance that runs alone has read and processed all there is, and told every deadline that has passed. */
public final class Idleness {
    private static final long INTERVAL_MS = 100;
    private static final int CALM = 6;

    private final KafkaStreams streams;
    private final Deadlines deadlines;

    Idleness(KafkaStreams streams) {
        this.streams = streams;
        this.deadlines = new Deadlines(streams);
    }

    /**
     * Waits until nothing is left to read, nothing has been processed for a while, and nothing is due.
     *
     * @return whether that came within the limit
     */
    public boolean await(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        double processed = -1;
        int calm = 0;
        while (System.nanoTime() < deadline) {
            double now = sum("process-total", "stream-thread-metrics");
            boolean quiet = streams.state() == KafkaStreams.State.RUNNING && lag() == 0 && now == processed;
            calm = quiet ? calm + 1 : 0;
            if (calm >= CALM && !deadlines.anyDue(Instant.now())) {
                return true;
            }
            processed = now;
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
        }
        return false;
    }

    /** Records that the brokers have and the consumers have not fetched yet. */
    public long lag() {
        return (long) streams.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals("records-lag")
                        && !entry.getKey().tags().getOrDefault("client-id", "").contains("restore"))
                .mapToDouble(entry -> value(entry.getValue()))
                .sum();
    }

    private double sum(String name, String group) {
        return streams.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name)
                        && entry.getKey().group().equals(group))
                .mapToDouble(entry -> value(entry.getValue()))
                .sum();
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number && !Double.isNaN(number.doubleValue())
                ? number.doubleValue()
                : 0;
    }
}
