package org.misconductmonitor.platform.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.MonitorTopic;

/** Publishes at an even pace and looks when each alert can be read. */
final class LatencyProbe {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long WARM_UP_SHARE = 4;
    private static final long REST_NANOS = 1_000_000_000L;

    private final MonitorConfig config;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean done;

    LatencyProbe(MonitorConfig config) {
        this.config = config;
    }

    /** The first quarter only warms up. */
    BenchResult.Latency measure(Feeder feeder, int rate, Duration time) {
        String topic = config.topics().catalog().name(MonitorTopic.ALERTS);
        try (AlertFeed feed = new AlertFeed(
                ClientProperties.consumer(config),
                topic,
                BenchCluster.serdes(config).deserializer())) {
            feed.seekToEnd();
            Thread reader = new Thread(() -> read(feed), "bench-alerts");
            reader.start();
            send(feeder, rate, (int) (rate * time.toSeconds()));
            LockSupport.parkNanos(REST_NANOS);
            done = true;
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
        Quantiles seen = new Quantiles(millis);
        return new BenchResult.Latency(
                rate,
                seen.count(),
                seen.at(0.5),
                seen.at(0.99),
                seen.at(1),
                config.streams().commitIntervalMs());
    }

    private void send(Feeder feeder, int rate, int events) {
        AtomicInteger next = new AtomicInteger();
        Pace.keep(rate, () -> next.get() < events, due -> {
            // Noted before the event is out: its alert may be there before this thread runs again.
            long now = System.nanoTime();
            boolean counts = next.getAndIncrement() >= events / WARM_UP_SHARE;
            feeder.publishNext(event -> {
                if (counts) {
                    sent.put(event.eventId(), now);
                }
            });
        });
    }

    private void read(AlertFeed feed) {
        while (!done) {
            for (Alert alert : feed.poll(POLL)) {
                long now = System.nanoTime();
                Long since = sent.remove(alert.triggerEventId());
                if (since != null && alert.transition() == Alert.Transition.RAISED) {
                    millis.add((now - since) / 1e6);
                }
            }
        }
    }
}
