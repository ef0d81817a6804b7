package org.misconductmonitor.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * N officers, or other distinct things, of one unit or supervisor in a window; or the same two officers in N cases.
 *
 * @param on the types of facts
 * @param by the field whose values are looked at each by itself, such as unit; null for pairs of officers
 * @param count what is counted: officers, mostly; for pairs cases
 * @param window how far back
 * @param time the time basis
 * @param per besides, counted by itself for each value of this field, or null
 * @param levels steps, with rising thresholds
 * @param rearm when it may fire again; for pairs once the count was below the lowest level
 */
public record Cluster(
        Set<EventType> on,
        Field by,
        CountingKey count,
        Window window,
        TimeBasis time,
        Field per,
        List<Level> levels,
        Rearm rearm)
        implements PopulationCondition {

    public Cluster {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        Objects.requireNonNull(count, "count");
        Objects.requireNonNull(rearm, "rearm");
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a cluster needs event types and levels");
        }
    }

    /** Whether it is about pairs of officers. */
    public boolean pairs() {
        return by == null;
    }

    /** The same for the facts of one value. */
    public Threshold threshold() {
        return new Threshold(on, count, window, time, per, levels, rearm);
    }

    @Override
    public String kind() {
        return "cluster";
    }

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(count.field());
        if (by != null) {
            reader.accept(by);
        }
        if (per != null) {
            reader.accept(per);
        }
    }
}
