package org.misconductmonitor.query;

import java.time.Instant;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.LifeState;

/**
 * Where the review of an alert is.
 *
 * @param owner who has it, or null
 * @param due since when it is overdue, or else when time changes it; null if time alone does not
 * @param overdue whether nobody has acknowledged it in time
 */
record ReviewState(LifeState state, String owner, Instant due, boolean overdue) {

    static ReviewState of(Life life) {
        boolean overdue = life.state() == LifeState.NEW && life.watch().escalation() != Escalation.NONE;
        // The longer it has waited the earlier: its next escalation says less, and the last has none.
        return new ReviewState(
                life.state(), life.owner(), overdue ? life.watch().openedAt() : life.due(), overdue);
    }
}
