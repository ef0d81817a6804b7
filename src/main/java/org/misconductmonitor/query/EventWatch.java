package org.misconductmonitor.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.topology.LiveEvents;

/** Reads the input topics for ever, on a thread of its own, into a ledger. */
final class EventWatch implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<LiveEvents> feeds;
    private final SharedLedger ledger;
    private final BackgroundReader reader = new BackgroundReader("events", this::follow);
    private Map<TopicPartition, Long> position = Map.of();
    private volatile Instant newest = Instant.EPOCH;
    private volatile boolean complete;

    EventWatch(Supplier<LiveEvents> feeds, SharedLedger ledger) {
        this.feeds = feeds;
        this.ledger = ledger;
    }

    void start() {
        reader.start();
    }

    /** Whether everything that was there when it began is in the ledger. */
    boolean isComplete() {
        return complete;
    }

    /** When the cluster took the newest event that is certainly in the ledger; the epoch before the first. */
    Instant newest() {
        return newest;
    }

    private void follow(BooleanSupplier goesOn) {
        try (LiveEvents feed = feeds.get()) {
            feed.seek(position);
            Map<TopicPartition, Long> ends = feed.ends();
            while (goesOn.getAsBoolean()) {
                List<Event> events = feed.poll(POLL);
                ledger.take(events);
                newest = feed.newest().isAfter(newest) ? feed.newest() : newest;
                position = feed.positions();
                boolean reached = complete || reaches(ends);
                if (reached && (!complete || !events.isEmpty())) {
                    ledger.settle();
                }
                complete = reached;
            }
        }
    }

    private boolean reaches(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> position.get(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        reader.close();
    }
}
