package org.misconductmonitor.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * More in a window than in the time before it, in proportion to their lengths.
 *
 * @param on the types of facts
 * @param by the field whose values are looked at each by itself, or null: the whole tenant
 * @param per besides, counted by itself for each value of this field, or null
 * @param count what is counted
 * @param window how far back
 * @param baseline how far back from the start of the window the time reaches that it is compared with
 * @param time the time basis
 * @param floor least count in the window
 * @param least least count in the baseline, from 1
 * @param levels steps, rising: how many times the rate of the baseline
 */
public record Surge(
        Set<EventType> on,
        Field by,
        Field per,
        CountingKey count,
        Window window,
        Window baseline,
        TimeBasis time,
        int floor,
        int least,
        List<Factor> levels)
        implements PopulationCondition {

    public Surge {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        Objects.requireNonNull(count, "count");
        if (on.isEmpty() || levels.isEmpty() || least < 1 || floor < 1) {
            throw new IllegalArgumentException("a surge needs event types, levels and least counts");
        }
    }

    @Override
    public String kind() {
        return "surge";
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
