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

    boolean isExceeded(int length) {
        return nanosSince() > MOST_NANOS || bytesSince() > most(length);
    }

    /** @throws AssertionError if more was used since it began */
    void end(int length) {
        if (isExceeded(length)) {
            throw new AssertionError("%d bytes took %d ms and %d KiB of memory"
                    .formatted(length, nanosSince() / 1_000_000, bytesSince() >> 10));
        }
    }

    private long nanosSince() {
        return THREADS.getCurrentThreadCpuTime() - nanos;
    }

    private long bytesSince() {
        return THREADS.getCurrentThreadAllocatedBytes() - bytes;
    }

    private static long most(int length) {
        return MOST_BYTES + MOST_BYTES_A_BYTE * length;
    }
}
