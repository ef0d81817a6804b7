package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.function.Consumer;
import org.misconductmonitor.event.Subject;

/** Finds, bit by bit, every subject whose alerts were computed with other rules. */
final class RuleChange {
    private static final Duration BUDGET = Duration.ofMillis(25);
    private static final int BATCH = 64;

    private final SnapshotStore snapshots;
    private String version;
    private String searched;
    private boolean complete;

    RuleChange(SnapshotStore snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * Goes on with the search for a short while, or begins again when the rules have changed since.
     *
     * @param inForce version of the rules in force
     */
    void search(String inForce, Consumer<Subject> outdated) {
        if (!inForce.equals(version)) {
            version = inForce;
            searched = null;
            complete = false;
        }
        long deadline = System.nanoTime() + BUDGET.toNanos();
        while (!complete && System.nanoTime() < deadline) {
            SnapshotStore.Outdated part = snapshots.outdated(searched, version, BATCH);
            part.subjects().forEach(outdated);
            searched = part.last();
            complete = part.complete();
        }
    }
}
