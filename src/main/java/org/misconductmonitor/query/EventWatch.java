package org.misconductmonitor.query;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.topology.EventTail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the input topics for ever, on a thread of its own. After a failure it begins anew: whoever takes the events must
 * not mind to be given them twice.
 */
final class EventWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventWatch.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_SECONDS = 1;

    private final Supplier<EventTail> tails;
    private final Consumer<Event> taker;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Thread thread;
    private volatile boolean complete;

    EventWatch(Supplier<EventTail> tails, Consumer<Event> taker) {
        this.tails = tails;
        this.taker = taker;
    }

    /** Begins to read; does nothing if it has begun. */
    synchronized void start() {
        if (thread == null && !isClosing()) {
            thread = new Thread(this::run, "event-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether everything that was there when it began has been handed on. */
    boolean isComplete() {
        return complete;
    }

    private void run() {
        while (!isClosing()) {
            try (EventTail tail = tails.get()) {
                follow(tail);
            } catch (RuntimeException e) {
                LOG.warn(
                        "The events cannot be read now, trying again: {}",
                        e.getClass().getName());
                pause();
            }
        }
    }

    private void follow(EventTail tail) {
        while (!isClosing()) {
            tail.poll(POLL).forEach(taker);
            complete = complete || tail.hasCaughtUp();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            closing.await(PAUSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        if (thread == null) {
            return;
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
