package org.misconductmonitor.platform.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits, but not for ever. */
final class Deadline {
    private final long end;

    Deadline(Duration limit) {
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** @throws BenchException if it does not come in time */
    void await(BooleanSupplier condition, long everyMicros, String what) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new BenchException("gave up waiting for " + what + ": is the machine too busy? Try fewer events");
            }
            try {
                TimeUnit.MICROSECONDS.sleep(everyMicros);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchException("interrupted while waiting for " + what);
            }
        }
    }
}
