package org.misconductmonitor.topology;

import java.time.Instant;

/**
 * Whether any task of this process reads what was written a while ago. Then one that gets nothing to read may only have
 * to wait for its turn: records come to a thread from one partition after the other, thousands at a time. For many
 * threads.
 */
final class Backlog {
    private volatile Instant seen = Instant.MIN;

    /** Takes note of a record that was written at that time and is read at the other. */
    void read(Instant written, Instant wall) {
        if (written.plus(TaskClock.QUIET).isBefore(wall)) {
            seen = wall;
        }
    }

    boolean isThere(Instant wall) {
        return wall.isBefore(seen.plus(TaskClock.QUIET));
    }
}
