package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.event.Subject;

/**
 * Keeps note of when to look at which subject again. It may be told too early, never too late: a deadline that moves
 * away leaves its old entry behind until that comes up, so that most facts write nothing here.
 */
final class Deadlines {
    private final SnapshotStore snapshots;
    private final DueTimes times;

    Deadlines(SnapshotStore snapshots, DueTimes times) {
        this.snapshots = snapshots;
        this.times = times;
    }

    /** After a fact about the subject, or a change of the rules. */
    void note(Kept kept, Evaluators rules) {
        Instant wakeAt = kept.wakeAt();
        Instant before = kept.stored().wakeAt();
        boolean sooner = wakeAt != null && (before == null || wakeAt.isBefore(before));
        if (sooner || !rules.version().equals(kept.stored().rules())) {
            save(kept, rules, sooner ? wakeAt : before);
        }
    }

    /** After time has passed for the subject, or it is too early for that. */
    void renew(Kept kept, Evaluators rules) {
        save(kept, rules, kept.wakeAt());
    }

    /** Looks at the subject again at that time, and not before. */
    void postpone(Subject subject, Instant until) {
        Snapshot stored = snapshots.of(subject);
        times.move(subject, stored.wakeAt(), until);
        snapshots.put(subject, stored.at(stored.now(), until));
    }

    /** Subjects to look at by then, the longest overdue first, no more than the limit. */
    List<Subject> until(Instant now, int limit) {
        return times.until(now, limit);
    }

    private void save(Kept kept, Evaluators rules, Instant wakeAt) {
        times.move(kept.subject(), kept.stored().wakeAt(), wakeAt);
        Snapshot snapshot = new Snapshot(
                rules.version(), rules.population().version(), kept.state().now(), wakeAt);
        snapshots.put(kept.subject(), snapshot);
        kept.stored(snapshot);
    }
}
