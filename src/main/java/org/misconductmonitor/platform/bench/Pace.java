package org.misconductmonitor.platform.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Does something again and again at an even pace; what took too long is made up for. */
final class Pace {
    private static final long SECOND = 1_000_000_000L;

    private Pace() {}

    /**
     * Does it.
     *
     * @param rate times a second
     * @param goesOn asked before each time
     * @param step is told when it was due, as {@link System#nanoTime} has it
     */
    static void keep(double rate, BooleanSupplier goesOn, LongConsumer step) {
        long start = System.nanoTime();
        for (long i = 0; goesOn.getAsBoolean(); i++) {
            long due = start + (long) (SECOND * i / rate);
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            step.accept(due);
        }
    }
}
