package org.misconductmonitor.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.PublishedAlert;

/** Follows the topic from a position on: what is long ago from the topic, what is new from memory. One thread at a time. */
public final class AlertStream implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final AlertTail tail;
    private final Supplier<AlertFeed> feeds;
    private final Sieve sieve;
    private TopicPosition position;
    private TopicPosition told;
    private AlertFeed catchingUp;

    AlertStream(AlertTail tail, Supplier<AlertFeed> feeds, TopicPosition position, Sieve sieve) {
        this.tail = tail;
        this.feeds = feeds;
        this.position = position;
        this.told = position;
        this.sieve = sieve;
    }

    /** Whether a revision may be told. */
    @FunctionalInterface
    interface Sieve {
        boolean lets(PublishedAlert alert) throws InterruptedException;
    }

    /**
     * A revision, and where one stands after it.
     *
     * @param position to go on from
     */
    public record Step(PublishedAlert alert, TopicPosition position) {}

    /**
     * What comes next, in the order of the topic within each officer; none if nothing came.
     *
     * @param wait how long to wait at most if there is nothing
     */
    public List<Step> next(Duration wait) throws InterruptedException {
        if (catchingUp == null) {
            Optional<List<PublishedAlert>> recent = tail.after(position, wait);
            if (recent.isPresent()) {
                return steps(recent.get());
            }
            catchingUp = feeds.get();
            catchingUp.seek(position.next());
        }
        List<Step> steps = steps(catchingUp.pollPublished(POLL));
        if (position.reaches(tail.start())) {
            close();
        }
        return steps;
    }

    private List<Step> steps(List<PublishedAlert> alerts) throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (PublishedAlert alert : alerts) {
            if (position.isBehind(alert.partition(), alert.offset())) {
                continue;
            }
            if (sieve.lets(alert)) {
                told = told.after(alert.partition(), alert.offset());
                steps.add(new Step(alert, told));
            }
            position = position.after(alert.partition(), alert.offset());
        }
        return steps;
    }

    @Override
    public void close() {
        if (catchingUp != null) {
            catchingUp.close();
            catchingUp = null;
        }
    }
}
