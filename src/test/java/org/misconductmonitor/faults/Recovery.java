package org.misconductmonitor.faults;

import java.time.Duration;

/**
 * How long after a fault a monitor was itself again.
 *
 * @param atWork until every instance that was there called itself ready and every partition went on
 * @param caughtUp until everything was processed that had been published before the fault
 */
record Recovery(Duration atWork, Duration caughtUp) {
    @Override
    public String toString() {
        return "at work after %.1f s, caught up after %.1f s"
                .formatted(atWork.toMillis() / 1000.0, caughtUp.toMillis() / 1000.0);
    }
}
