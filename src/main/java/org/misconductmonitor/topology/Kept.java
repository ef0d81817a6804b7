package org.misconductmonitor.topology;

import java.time.Instant;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Subject;

/** A subject in memory. Only its task touches it. */
final class Kept {
    private final Subject subject;
    private final OfficerState state;
    private Snapshot stored;
    private Instant touched = Instant.MIN;

    Kept(Subject subject, OfficerState state, Snapshot stored) {
        this.subject = subject;
        this.state = state;
        this.stored = stored;
    }

    Subject subject() {
        return subject;
    }

    OfficerState state() {
        return state;
    }

    /** What is stored of how far it has come. */
    Snapshot stored() {
        return stored;
    }

    void stored(Snapshot snapshot) {
        stored = snapshot;
    }

    /** A fact about it has come. */
    void touch(Instant now) {
        touched = now;
    }

    boolean isSettled(Instant now) {
        return touched.equals(Instant.MIN) || !now.isBefore(touched.plus(DueTimes.SETTLING));
    }

    /** When to look at it again, or null if nothing falls due. */
    Instant wakeAt() {
        Instant due = state.nextDue();
        if (due == null || touched.equals(Instant.MIN)) {
            return due;
        }
        Instant settled = touched.plus(DueTimes.SETTLING);
        return due.isAfter(settled) ? due : settled;
    }
}
