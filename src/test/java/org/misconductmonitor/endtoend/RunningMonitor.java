package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.rule.RuleSet;

/** The monitor as {@code run} starts it, on a site of its own. */
final class RunningMonitor implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Site site;
    private final MonitorConfig config;
    private final RuleSet rules;
    private Monitor monitor;

    private RunningMonitor(Site site, MonitorConfig config, RuleSet rules) {
        this.site = site;
        this.config = config;
        this.rules = rules;
    }

    /** On a new site. */
    static RunningMonitor start(EmbeddedPlatform platform, Path directory, RuleSet rules, Map<String, String> more) {
        Site site = Site.create(platform, directory, more);
        return on(site, site.config(), rules);
    }

    /** One more instance on a site. */
    static RunningMonitor on(Site site, MonitorConfig config, RuleSet rules) {
        RunningMonitor running = new RunningMonitor(site, config, rules);
        running.start();
        return running;
    }

    Site site() {
        return site;
    }

    Monitor monitor() {
        return monitor;
    }

    /** Publishes the events and waits until everything that is there is processed and committed. */
    void process(List<Event> events) {
        site.publish(events);
        awaitProcessed();
    }

    /** Waits until everything that is there is processed and committed. */
    void awaitProcessed() {
        awaitProcessed(site, LIMIT);
    }

    /** Waits until everything is processed, and every deadline that has passed is told. */
    void awaitIdle() {
        awaitProcessed();
        try {
            if (!monitor.idleness().await(LIMIT)) {
                throw new AssertionError("the monitor does not come to rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        awaitProcessed();
    }

    static void awaitProcessed(Site site, Duration limit) {
        try (Offsets offsets = new Offsets(site)) {
            Awaitility.await()
                    .atMost(limit)
                    .pollInterval(Duration.ofMillis(100))
                    .until(offsets::behind, Map::isEmpty);
        }
    }

    void restart() {
        stop();
        start();
    }

    /** As on a new machine: everything comes back from the cluster. */
    void restartWithoutState() {
        stop();
        delete(config.stateDir());
        start();
    }

    /** The instance leaves, as on a request to stop. */
    void stop() {
        if (monitor != null) {
            monitor.close();
            monitor = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void start() {
        monitor = new Monitor(config, rules);
        monitor.start();
        Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(monitor::isRunning);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(directory)) {
            throw new IllegalStateException(directory + " is still there");
        }
    }
}
