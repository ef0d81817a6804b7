package org.misconductmonitor.hostile;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What one input may take: time of the processor and memory, of this thread. Neither grows when something else has the
 * machine.
 *
 * @param nanos used before
 * @param bytes used before
 */
record Allowance(long nanos, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final long MOST_BYTES = 256L << 20;

    /** A megabyte may take ten gigabytes in all, as it goes from hand to hand, but never at once. */
    private static final long MOST_BYTES_A_BYTE = 10_000;

    static Allowance begin() {
        return new Allowance(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    /** @throws AssertionError if more was used since it began */
    void end(int length) {
        long time = THREADS.getCurrentThreadCpuTime() - nanos;
        long memory = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        if (time > MOST_NANOS) {
            throw new AssertionError("%d bytes took %d ms".formatted(length, time / 1_000_000));
        }
        if (memory > MOST_BYTES + MOST_BYTES_A_BYTE * length) {
            throw new AssertionError("%d bytes took %d KiB of memory".formatted(length, memory >> 10));
        }
    }
}
