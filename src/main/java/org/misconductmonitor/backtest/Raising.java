package org.misconductmonitor.backtest;

import java.time.Instant;
import org.misconductmonitor.alert.Alert;

/**
 * An alert that was raised in a history.
 *
 * @param first as it was first raised: what its reader saw then
 * @param last its last revision
 */
public record Raising(Alert first, Alert last) {
    /** Business time at which it became known, not before the time at which it fired. */
    public Instant raisedAt() {
        return first.asOf();
    }

    /** Whether later facts took it back. */
    public boolean withdrawn() {
        return last.transition() == Alert.Transition.WITHDRAWN;
    }

    /** Whether what it reported ended by itself. */
    public boolean resolved() {
        return last.transition() == Alert.Transition.RESOLVED;
    }
}
