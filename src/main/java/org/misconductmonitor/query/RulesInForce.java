package org.misconductmonitor.query;

import java.util.function.Supplier;

/** The rules of this monitor, read again when they may have changed: at most once a second. */
public final class RulesInForce {
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Supplier<CurrentRules> reader;
    private CurrentRules last;
    private long readAt;

    RulesInForce(Supplier<CurrentRules> reader) {
        this.reader = reader;
    }

    /**
     * As they were less than a second ago.
     *
     * @throws UnavailableException if the cluster does not tell
     */
    public synchronized CurrentRules now() {
        if (last == null || System.nanoTime() - readAt > FRESH_NANOS) {
            try {
                last = reader.get();
            } catch (RuntimeException e) {
                throw new UnavailableException("the rules cannot be read from the cluster now", 5);
            }
            readAt = System.nanoTime();
        }
        return last;
    }
}
