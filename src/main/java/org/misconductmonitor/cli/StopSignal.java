package org.misconductmonitor.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM while a command works: it can end properly, and the process waits for that. Close it when the work
 * has ended, but not for ever.
 */
final class StopSignal implements AutoCloseable {
    /** A process that is asked to stop has ten seconds in many places before it is killed; halting takes a moment, too. */
    private static final long LONGEST_SECONDS = 9;
    /** 128 and the number of SIGTERM, as the process would end without us. */
    private static final int TERMINATED = 143;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    private final long longestSeconds;

    StopSignal() {
        this(LONGEST_SECONDS);
    }

    /** @param longestSeconds after these the process is ended, whatever hangs */
    StopSignal(long longestSeconds) {
        this.longestSeconds = longestSeconds;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** @return whether it was asked to stop before the time was over */
    boolean await(long milliseconds) throws InterruptedException {
        return asked.await(milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        stopped.countDown();
        if (!isAsked()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending already: the hook has run or is about to.
                stopped.countDown();
            }
        }
    }

    /** Holds the process until the work has ended. */
    private void stop() {
        asked.countDown();
        try {
            if (!stopped.await(longestSeconds, TimeUnit.SECONDS)) {
                System.err.println("misconduct-monitor: did not stop within " + longestSeconds
                        + " s and is ended; nothing is lost, the next start takes longer");
                System.err.flush();
                Runtime.getRuntime().halt(TERMINATED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
