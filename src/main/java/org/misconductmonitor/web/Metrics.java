package org.misconductmonitor.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.query.UnavailableException;
import org.misconductmonitor.topology.Accounting;

/** What is measured of this instance. Labels are words of rules, topics and routes, never of people or requests. */
final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MultiGauge lag;
    private final MultiGauge records;
    private final MultiGauge standing;
    private final Queries queries;

    Metrics(Queries queries) {
        this.queries = queries;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        Gauge.builder("misconduct.running", () -> queries.system().isRunning() ? 1 : 0)
                .description("1 while records are processed: neither starting, nor restoring, nor stopped")
                .register(registry);
        Gauge.builder("misconduct.stores.memory", () -> queries.system().storeBytes())
                .description("Native memory of all stores: blocks, indexes, filters and write buffers")
                .baseUnit("bytes")
                .register(registry);
        lag = MultiGauge.builder("misconduct.lag.records")
                .description("Records and transaction marks not processed yet, of the partitions of this instance")
                .register(registry);
        records = MultiGauge.builder("misconduct.records.read")
                .description("Records read by this instance's partitions, by what became of them")
                .register(registry);
        standing = MultiGauge.builder("misconduct.alerts.standing")
                .description("Alerts that stand, of all officers")
                .register(registry);
    }

    /** @param route the pattern, not the path: that may name a person */
    void answered(String method, String route, int status, long nanos) {
        Timer.builder("http.server.requests")
                .description("Requests answered")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** In the text format of Prometheus. */
    String scrape() {
        refresh();
        return registry.scrape();
    }

    private void refresh() {
        try {
            lag.register(
                    queries.system().lag().stream()
                            .filter(partition -> partition.lag() != null)
                            .map(partition -> MultiGauge.Row.of(
                                    Tags.of(
                                            "topic",
                                            partition.topic(),
                                            "partition",
                                            Integer.toString(partition.partition())),
                                    partition.lag()))
                            .collect(Collectors.toList()),
                    true);
            Map<Tags, Long> sums = new HashMap<>();
            queries.system().accounts().forEach((line, count) -> sums.merge(tags(line), count, Long::sum));
            records.register(rows(sums), true);
        } catch (UnavailableException e) {
            // Nothing is known of them while the state is being restored: no figure is better than an old one.
            lag.register(List.of(), true);
            records.register(List.of(), true);
        }
        Map<Tags, Long> alerts = new HashMap<>();
        queries.alerts()
                .standing()
                .forEach((of, count) -> alerts.put(Tags.of("rule", of.ruleId(), "level", of.level()), count));
        standing.register(rows(alerts), true);
    }

    private static Tags tags(Accounting.Line line) {
        return Tags.of("topic", line.topic(), "outcome", line.outcome().name(), "reason", line.reason());
    }

    private static List<MultiGauge.Row<?>> rows(Map<Tags, Long> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(entry -> MultiGauge.Row.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
