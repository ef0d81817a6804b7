package org.misconductmonitor.cli;

import java.util.concurrent.TimeUnit;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.topology.Publisher;

/** Publishes so many events a second, so that a person can follow: what is published can be read a moment later. */
final class PacedPublisher {
    private static final long LONGEST_OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Publisher publisher;
    private final StopSignal stop;
    private final double nanosAnEvent;
    private long begun;
    private long opened;
    private long published;

    /** @param eventsPerSecond more than 0 */
    PacedPublisher(Publisher publisher, StopSignal stop, double eventsPerSecond) {
        this.publisher = publisher;
        this.stop = stop;
        this.nanosAnEvent = TimeUnit.SECONDS.toNanos(1) / eventsPerSecond;
    }

    void publish(Event event) {
        if (published == 0) {
            begun = System.nanoTime();
            opened = begun;
        }
        publisher.publish(event);
        published++;
        long due = begun + (long) (published * nanosAnEvent);
        if (Math.max(due, System.nanoTime()) - opened > LONGEST_OPEN_NANOS) {
            publisher.commitAndGoOn();
            awaitUntil(due);
            opened = System.nanoTime();
        }
    }

    private void awaitUntil(long due) {
        long left = TimeUnit.NANOSECONDS.toMillis(due - System.nanoTime());
        try {
            if (left > 0) {
                stop.await(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventImport.StoppedException();
        }
    }
}
