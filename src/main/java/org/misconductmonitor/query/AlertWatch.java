package org.misconductmonitor.query;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.PublishedAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic of alerts for ever, on a thread of its own, and hands on every revision once, in order. */
final class AlertWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWatch.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_SECONDS = 1;

    private final Supplier<AlertFeed> feeds;
    private final Consumer<PublishedAlert> taker;
    private final Thread thread = new Thread(this::run, "alert-watch");
    private final CountDownLatch closing = new CountDownLatch(1);
    private TopicPosition position = new TopicPosition(Map.of());
    private volatile boolean complete;

    AlertWatch(Supplier<AlertFeed> feeds, Consumer<PublishedAlert> taker) {
        this.feeds = feeds;
        this.taker = taker;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Whether everything that was there when it began has been handed on. */
    boolean isComplete() {
        return complete;
    }

    private void run() {
        while (!isClosing()) {
            try (AlertFeed feed = feeds.get()) {
                follow(feed);
            } catch (RuntimeException e) {
                // The cluster or the registry may be away for a while; what was read stays, and reading goes on there.
                LOG.warn(
                        "The alerts cannot be read now, trying again: {}",
                        e.getClass().getName());
                pause();
            }
        }
    }

    private void follow(AlertFeed feed) {
        feed.seek(position.next());
        Map<Integer, Long> ends = feed.ends();
        while (!isClosing()) {
            for (PublishedAlert alert : feed.pollPublished(POLL)) {
                taker.accept(alert);
                position = position.after(alert.partition(), alert.offset());
            }
            if (!complete) {
                Map<Integer, Long> now = feed.positions();
                complete = ends.entrySet().stream().allMatch(end -> now.get(end.getKey()) >= end.getValue());
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
