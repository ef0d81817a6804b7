package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How far time has come for a task. While there are records to read, they say it: after a week without the monitor, an
 * answer that was given in time must be read before its deadline passes. When none has come for a while there are none
 * left, and time is what the wall clock says. It never goes back.
 */
final class TaskClock {
    /** Without a record for so long there is none to read. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private Instant now = Instant.MIN;
    private Instant lastRead;

    /** @param wall the wall clock at the start: the first records may still be on their way */
    TaskClock(Instant wall) {
        lastRead = wall;
    }

    /** Takes note of a record that was written at that time and is read at the other. */
    void read(Instant written, Instant wall) {
        lastRead = wall;
        goOnTo(written);
    }

    Instant now(Instant wall) {
        if (!wall.isBefore(lastRead.plus(QUIET))) {
            goOnTo(wall);
        }
        return now;
    }

    private void goOnTo(Instant time) {
        if (time.isAfter(now)) {
            now = time;
        }
    }
}
