package org.misconductmonitor.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.misconductmonitor.query.FactCounts;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.query.UnavailableException;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.StatisticsTopic;
import org.misconductmonitor.topology.TopicCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the topic of published counts as the facts are, by a thread of its own, on the one instance that holds the first
 * partition of the allegations. Two that both believe to be the one write the same counts, and the later shuts the earlier
 * one out.
 *
 * <p>The counts are exact, so that they can be checked and added to others: only roles that {@code topics acls} gives the
 * topic to may read it. Covert facts are not in them.
 *
 * <p>While no fact comes nothing is counted. After counting it rests for ten times as long as that took, ten intervals at
 * most.
 */
final class StatisticsPublishing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatisticsPublishing.class);
    private static final int REST = 10;
    private static final long PATIENCE_SECONDS = 5;

    private final Queries queries;
    private final String first;
    private final Supplier<StatisticsTopic> opening;
    private final long intervalNanos;
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "publish-statistics");
        thread.setDaemon(true);
        return thread;
    });
    /** Null until there is something to compare, after a failure, and while another instance publishes. */
    private StatisticsTopic topic;

    private long published = FactCounts.NONE;
    private long restUntil = System.nanoTime();

    /**
     * Begins after the first interval.
     *
     * @param opening opens the topic for writing
     */
    StatisticsPublishing(Queries queries, TopicCatalog topics, Duration every, Supplier<StatisticsTopic> opening) {
        this.queries = queries;
        this.first = topics.name(MonitorTopic.ALLEGATIONS);
        this.opening = opening;
        this.intervalNanos = every.toNanos();
        background.scheduleWithFixedDelay(this::round, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            if (!holdsTheFirstPartition()) {
                release();
            } else if (System.nanoTime() - restUntil >= 0) {
                publish();
            }
        } catch (UnavailableException e) {
            LOG.debug("Counts are published later: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn(
                    "The counts cannot be published now, trying again: {}",
                    e.getClass().getName());
            release();
        }
    }

    private boolean holdsTheFirstPartition() {
        return queries.system().lag().stream()
                .anyMatch(held -> held.partition() == 0 && held.topic().equals(first));
    }

    private void publish() {
        long start = System.nanoTime();
        Optional<FactCounts> counted = queries.statistics().counts(published);
        if (counted.isEmpty()) {
            return;
        }
        long end = System.nanoTime();
        restUntil = end + REST * Math.min(end - start, intervalNanos);
        if (topic == null) {
            topic = opening.get();
        }
        FactCounts counts = counted.get();
        int written = topic.publish(counts.counts(), counts.asOf());
        published = counts.changes();
        if (written > 0) {
            LOG.info("{} counts published", written);
        }
    }

    private void release() {
        published = FactCounts.NONE;
        if (topic != null) {
            topic.close();
            topic = null;
        }
    }

    /** Waits a few seconds for a round that is under way; once it is closed it does nothing. */
    @Override
    public void close() {
        if (background.isShutdown()) {
            return;
        }
        background.execute(this::release);
        background.shutdown();
        try {
            if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
        } catch (InterruptedException e) {
            background.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
