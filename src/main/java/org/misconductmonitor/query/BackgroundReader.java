package org.misconductmonitor.query;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads something of the cluster for ever, on a thread of its own: after a failure it tries again. */
final class BackgroundReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundReader.class);
    private static final long PAUSE_SECONDS = 1;
    private static final long PATIENCE_SECONDS = 5;

    private final String what;
    private final Consumer<BooleanSupplier> reading;
    private final Thread thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * Does nothing yet.
     *
     * @param what is read, for the log
     * @param reading opens it, reads as long as it is told to go on, and closes it
     */
    BackgroundReader(String what, Consumer<BooleanSupplier> reading) {
        this.what = what;
        this.reading = reading;
        this.thread = new Thread(this::run, "read-" + what);
        thread.setDaemon(true);
    }

    /** Begins, unless it has begun. */
    void start() {
        if (started.compareAndSet(false, true)) {
            thread.start();
        }
    }

    private void run() {
        while (goesOn()) {
            try {
                reading.accept(this::goesOn);
            } catch (RuntimeException e) {
                // The cluster or the registry may be away for a while; what was read stays, and reading goes on there.
                LOG.warn(
                        "The {} cannot be read now, trying again: {}",
                        what,
                        e.getClass().getName());
                pause();
            }
        }
    }

    private boolean goesOn() {
        return closing.getCount() > 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
