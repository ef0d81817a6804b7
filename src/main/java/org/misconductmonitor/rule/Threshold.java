package org.misconductmonitor.rule;

import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.EventType;

/**
 * N distinct things in a window that ends at each matching fact.
 *
 * @param on the types of facts counted; normally RECORDED alone
 * @param count what is counted
 * @param window how far back
 * @param time the time basis
 * @param levels steps, with rising thresholds
 * @param rearm when it may fire again
 */
public record Threshold(
        Set<EventType> on, CountingKey count, Window window, TimeBasis time, List<Level> levels, Rearm rearm)
        implements Condition {

    public Threshold {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a threshold needs event types and levels");
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).at() <= (i == 0 ? 0 : levels.get(i - 1).at())) {
                throw new IllegalArgumentException("levels must rise from at least 1");
            }
        }
    }

    @Override
    public String kind() {
        return "threshold";
    }
}
