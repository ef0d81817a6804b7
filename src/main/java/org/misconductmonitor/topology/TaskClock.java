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
 *
 * <p>A task that stood still itself, paused or for want of a processor, had no chance to read: it waits for records once
 * more. Only once: a task that stands still again and again must not keep deadlines back for ever. While others have a
 * backlog it waits for its turn, but no longer than {@link #TURN}.
 */
final class TaskClock {
    /** Without a record for so long there is none to read. */
    static final Duration QUIET = Duration.ofSeconds(5);

    /** After so long without a record it is not for the backlog of others. */
    static final Duration TURN = Duration.ofHours(1);

    private final Backlog backlog;
    private Instant now = Instant.MIN;
    private Instant lastRead;
    private Instant lastLook;
    private boolean stoodStill;

    /**
     * @param wall the wall clock at the start: the first records may still be on their way
     * @param backlog of all tasks of the process
     */
    TaskClock(Instant wall, Backlog backlog) {
        this.backlog = backlog;
        lastRead = wall;
        lastLook = wall;
    }

    /** Takes note of a record that was written at that time and is read at the other. */
    void read(Instant written, Instant wall) {
        read(written, Duration.ZERO, wall);
    }

    /** @param lag how far it is behind the record, as long as there are any */
    void read(Instant written, Duration lag, Instant wall) {
        lastRead = wall;
        lastLook = wall;
        stoodStill = false;
        backlog.read(written, wall);
        goOnTo(written.minus(lag));
    }

    Instant now(Instant wall) {
        if (!stoodStill && wall.isAfter(lastLook.plus(QUIET))) {
            stoodStill = true;
            lastRead = wall;
        }
        lastLook = wall;
        if (!wall.isBefore(lastRead.plus(backlog.isThere(wall) ? TURN : QUIET))) {
            stoodStill = false;
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
