package org.misconductmonitor.query;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.PublishedAlert;

/** Reads the topic of alerts for ever, on a thread of its own, and hands on every revision once, in order. */
final class AlertWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<AlertFeed> feeds;
    private final Consumer<PublishedAlert> taker;
    private final BackgroundReader reader = new BackgroundReader("alerts", this::follow);
    private TopicPosition position = new TopicPosition(Map.of());
    private volatile boolean complete;

    AlertWatch(Supplier<AlertFeed> feeds, Consumer<PublishedAlert> taker) {
        this.feeds = feeds;
        this.taker = taker;
    }

    void start() {
        reader.start();
    }

    /** Whether everything that was there when it began has been handed on. */
    boolean isComplete() {
        return complete;
    }

    private void follow(BooleanSupplier goesOn) {
        try (AlertFeed feed = feeds.get()) {
            feed.seek(position.next());
            Map<Integer, Long> ends = feed.ends();
            while (goesOn.getAsBoolean()) {
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
    }

    @Override
    public void close() {
        reader.close();
    }
}
