package org.misconductmonitor.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.ThreadMetadata;
import org.misconductmonitor.topology.TopicSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps a running instance from doing its work though it has not failed. The cluster is asked in the background, so
 * that whoever wants to know never waits for a broker that is away.
 */
final class Readiness implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int ANSWER_MS = 4_000;
    /** An answer that is older says nothing of now. */
    private static final Duration STALE = Duration.ofSeconds(20);

    private final MonitorConfig config;
    private final Supplier<Optional<String>> registry;
    private final ClockSkew clock;
    private final Admin admin;
    private final ClusterLook cluster;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "readiness");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Look last;

    /** What the cluster said when it was asked. */
    private record Look(long nanos, List<String> hindrances) {}

    /**
     * Begins to ask. All is taken to be well until the first answer: whoever makes it has checked everything.
     *
     * @param clusterId of the cluster that was checked
     * @param stores of the topology
     * @param registry says what is wrong while somebody waits for the schema registry
     */
    Readiness(
            MonitorConfig config,
            String clusterId,
            Set<String> stores,
            Supplier<Optional<String>> registry,
            ClockSkew clock) {
        this.config = config;
        this.registry = registry;
        this.clock = clock;
        Map<String, Object> properties = new HashMap<>(ClientProperties.admin(config));
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        this.admin = Admin.create(properties);
        this.cluster = new ClusterLook(
                admin,
                clusterId,
                config.topics().catalog().all().stream().map(TopicSpec::name).toList(),
                stores.stream()
                        .map(store -> config.applicationId() + "-" + store + "-changelog")
                        .toList(),
                config.topics().partitions());
        this.last = new Look(System.nanoTime(), List.of());
        background.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Everything that is wrong now; empty if it is ready.
     *
     * @param threads that Kafka Streams has
     */
    List<String> hindrances(Collection<ThreadMetadata> threads) {
        List<String> found = new ArrayList<>();
        deadThreads(threads, found);
        noRoom(found);
        Look look = last;
        Duration age = Duration.ofNanos(System.nanoTime() - look.nanos());
        if (age.compareTo(STALE) > 0) {
            found.add("the cluster has not answered for " + age.toSeconds() + " s");
        }
        found.addAll(look.hindrances());
        registry.get().ifPresent(found::add);
        clock.hindrance(System.currentTimeMillis(), System.nanoTime()).ifPresent(found::add);
        return found;
    }

    private void deadThreads(Collection<ThreadMetadata> threads, List<String> found) {
        long alive = threads.stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .count();
        if (alive < config.streams().threads()) {
            found.add(alive + " of " + config.streams().threads()
                    + " stream threads are alive: the log says why, start it again");
        }
    }

    private void noRoom(List<String> found) {
        try {
            Path directory = config.stateDir();
            while (!Files.exists(directory) && directory.getParent() != null) {
                directory = directory.getParent();
            }
            FileStore store = Files.getFileStore(directory);
            long free = store.getUsableSpace();
            if (free < config.streams().leastFreeBytes()) {
                found.add("state.dir has %d MiB left, less than state.dir.free (%d MiB): make room"
                        .formatted(free >> 20, config.streams().leastFreeBytes() >> 20));
            }
        } catch (IOException e) {
            found.add("state.dir cannot be looked at: " + e.getMessage());
        }
    }

    private void look() {
        try {
            List<String> now = cluster.hindrances();
            if (!now.equals(last.hindrances())) {
                LOG.warn("Not ready: {}", now.isEmpty() ? "nothing any more" : String.join("; ", now));
            }
            last = new Look(System.nanoTime(), now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Out of here it would be lost, and nobody would ever look again. Until then the last look grows old.
            LOG.error("The cluster could not be looked at", e);
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
