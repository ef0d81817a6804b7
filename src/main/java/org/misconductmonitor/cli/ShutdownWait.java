package org.misconductmonitor.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a signal end a command properly. */
final class ShutdownWait {
    private static final long LONGEST_SECONDS = 15;

    private ShutdownWait() {}

    /** Asks the command to stop and holds the process until it has. */
    static void await(CountDownLatch asked, CountDownLatch stopped) {
        asked.countDown();
        try {
            if (!stopped.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(
                        "misconduct-monitor: did not stop in time; nothing is lost, the next start takes longer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
