package org.misconductmonitor.faults;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** Waits as long as anything moves, however slow the machine is. */
final class Patience {
    private static final Duration STILL = Duration.ofSeconds(180);
    private static final long INTERVAL_MS = 100;

    private Patience() {}

    /**
     * Returns when nothing is left.
     *
     * @param left what is left to do, by where; may fail while the broker comes back
     * @throws AssertionError when that does not change any more
     */
    static void await(Supplier<Map<String, Long>> left) throws InterruptedException {
        Map<String, Long> before = Map.of();
        String failure = "";
        for (long since = System.nanoTime(); System.nanoTime() - since < STILL.toNanos(); ) {
            try {
                Map<String, Long> now = left.get();
                if (now.isEmpty()) {
                    return;
                }
                since = now.equals(before) ? since : System.nanoTime();
                before = now;
            } catch (IllegalStateException e) {
                failure = ", last failure: " + e;
            }
            TimeUnit.MILLISECONDS.sleep(INTERVAL_MS);
        }
        throw new AssertionError("nothing has moved for " + STILL.toSeconds() + " s: " + before + failure);
    }

    /** Waits until something succeeds; clients may fail while the broker comes back. */
    static void until(Duration limit, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(INTERVAL_MS))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }
}
