package org.misconductmonitor.platform.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.MonitorService;

/** Measures the HTTP API of a monitor while events come in, with broker and clients on the same machine. */
public final class HttpBench {
    private static final long LOOK_MICROS = 20_000;
    private static final long REST_NANOS = 1_000_000_000L;
    private static final int SAMPLED = 200;

    private final HttpBenchOptions options;
    private final Consumer<String> progress;
    private final Deadline deadline;

    /** @param progress is told what is being done */
    public HttpBench(HttpBenchOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.deadline = new Deadline(options.limit());
    }

    /** @throws BenchException if it does not come to an end in time */
    public HttpBenchResult run() {
        progress.accept("starting a broker, a registry and a monitor");
        try (BenchCluster cluster = BenchCluster.start(options.settings())) {
            MonitorConfig config = cluster.config("bench-http", Map.of("http.port", "0"));
            long events = options.before() + options.rate() * options.time().toSeconds();
            SyntheticEvents synthetic =
                    new SyntheticEvents("", options.officers(), events, options.latePerMille(), 1, Instant.now());
            try (MonitorService service = MonitorService.start(config, options.rules());
                    Feeder feeder = new Feeder(config, synthetic)) {
                return run(new HttpClientUnderTest(service.url().orElseThrow()), feeder);
            }
        }
    }

    private HttpBenchResult run(HttpClientUnderTest client, Feeder feeder) {
        await(client, "/api/v1/system/health/ready", "the monitor to be ready");
        progress.accept("publishing %,d events".formatted(options.before()));
        feeder.publish(options.before());
        deadline.await(() -> isProcessed(client), LOOK_MICROS, "the events to be processed");
        await(client, "/api/v1/statistics/cases", "the statistics");
        List<QuestionProbe> probes = probes(client);
        progress.accept("asking while %,d events a second come in, for %d seconds"
                .formatted(options.rate(), options.time().toSeconds()));
        try (LiveProbe live = new LiveProbe(client)) {
            long start = System.nanoTime();
            long end = start + options.time().toNanos();
            BooleanSupplier goesOn = () -> end - System.nanoTime() > 0;
            List<Thread> threads =
                    probes.stream().map(probe -> probe.start(goesOn)).toList();
            long[] published = {0};
            Pace.keep(options.rate(), goesOn, due -> {
                feeder.publishNext(live::sending);
                published[0]++;
            });
            double seconds = (System.nanoTime() - start) / 1e9;
            threads.forEach(HttpBench::join);
            LockSupport.parkNanos(REST_NANOS);
            List<HttpBenchResult.Line> lines = new ArrayList<>();
            probes.forEach(probe -> lines.add(probe.line()));
            lines.add(HttpBenchResult.Line.of("live update", live.measured(), 0));
            return new HttpBenchResult(
                    options.rules().documents().size(),
                    options.before(),
                    options.rate(),
                    published[0] / seconds,
                    seconds,
                    lines);
        }
    }

    private List<QuestionProbe> probes(HttpClientUnderTest client) {
        List<String> alerts = new ArrayList<>();
        List<String> officers = new ArrayList<>();
        JsonNode list = client.get("/api/v1/alerts?limit=" + SAMPLED);
        if (list != null) {
            list.get("items").forEach(alert -> {
                alerts.add("/api/v1/alerts/" + encoded(alert.get("alertId")));
                if (alert.has("officerId")) {
                    officers.add("/api/v1/officers/" + encoded(alert.get("officerId")));
                }
            });
        }
        if (officers.isEmpty()) {
            throw new BenchException("the events before raised no alert about an officer: take more with --events");
        }
        return List.of(
                new QuestionProbe("list of alerts", List.of("/api/v1/alerts?limit=50"), client),
                new QuestionProbe("one alert", alerts, client),
                new QuestionProbe("officer", officers, client),
                new QuestionProbe(
                        "counts of an officer",
                        officers.stream().map(officer -> officer + "/counts").toList(),
                        client),
                new QuestionProbe("statistics", List.of("/api/v1/statistics/cases?by=year"), client));
    }

    private void await(HttpClientUnderTest client, String target, String what) {
        deadline.await(() -> client.isAnswered(target), LOOK_MICROS, what);
    }

    /** Whether all that was published has been read. */
    private boolean isProcessed(HttpClientUnderTest client) {
        JsonNode accounts = client.get("/api/v1/system/accounts");
        long read = 0;
        for (JsonNode item : accounts == null ? List.<JsonNode>of() : accounts.get("items")) {
            read += item.get("read").asLong();
        }
        return read >= options.before();
    }

    private static String encoded(JsonNode id) {
        return URLEncoder.encode(id.asText(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted");
        }
    }
}
