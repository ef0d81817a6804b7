package org.misconductmonitor.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * N distinct things in a window that ends at each matching fact.
 *
 * @param on the types of facts counted; normally RECORDED alone
 * @param count what is counted
 * @param window how far back
 * @param time the time basis
 * @param per counted by itself for each value of this field, a fact without one not at all; or null: all together
 * @param levels steps, with rising thresholds
 * @param rearm when it may fire again
 */
public record Threshold(
        Set<EventType> on, CountingKey count, Window window, TimeBasis time, Field per, List<Level> levels, Rearm rearm)
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

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(count.field());
        if (per != null) {
            reader.accept(per);
        }
    }
}
