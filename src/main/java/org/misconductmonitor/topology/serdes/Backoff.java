package org.misconductmonitor.topology.serdes;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.errors.InterruptException;

/** Pauses of one series of attempts: doubling, with jitter so that many instances do not return in step. */
final class Backoff {
    private final long started = System.nanoTime();
    private final Duration max;
    private final Duration total;
    private Duration next;

    Backoff(Duration first, Duration max, Duration total) {
        this.next = first;
        this.max = max;
        this.total = total;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /**
     * Waits before the next attempt.
     *
     * @param atLeast what the server asked for
     * @return false, at once, when there is no time left for another attempt
     */
    boolean pause(Duration atLeast) {
        Duration left = total.minus(elapsed());
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        Duration wished = next.compareTo(atLeast) < 0 ? atLeast : next;
        long millis = Math.min(wished.toMillis(), left.toMillis());
        sleep(Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1)));
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(max) < 0 ? doubled : max;
        return true;
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
