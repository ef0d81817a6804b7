package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;

/**
 * How far time has come for a task. While there are records to read, they say it: after a week without the monitor, an
 * answer that was given in time must be read before its deadline passes. When none has come for a while there are none
 * left, and time is what the wall clock says. It never goes back.
 *
 * <p>It may lag behind the records: then what falls due waits so long for what may follow it. A history that is being
 * published, years of it in minutes, would else tell of thousands of silences whose ends are just behind.
 */
final class TaskClock {
    /** Without a record for so long there is none to read. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private final Duration lag;
    private Instant now = Instant.MIN;
    private Instant lastRead;

    /** @param wall the wall clock at the start: the first records may still be on their way */
    TaskClock(Instant wall) {
        this(wall, Duration.ZERO);
    }

    /** @param lag how far it is behind the records while there are any */
    TaskClock(Instant wall, Duration lag) {
        this.lag = lag;
        lastRead = wall;
    }

    /** Takes note of a record that was written at that time and is read at the other. */
    void read(Instant written, Instant wall) {
        lastRead = wall;
        goOnTo(written.minus(lag));
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
