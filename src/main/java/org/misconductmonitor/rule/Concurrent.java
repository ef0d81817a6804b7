package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * N distinct things open at once. A level ends when fewer are.
 *
 * @param on the types of facts that open something; the rule's filter applies to them
 * @param until what closes it
 * @param by which of the open ones it closes
 * @param count what is counted
 * @param time the time basis
 * @param levels steps, with rising thresholds
 */
public record Concurrent(
        Set<EventType> on, Pattern until, Matter by, CountingKey count, TimeBasis time, List<Level> levels)
        implements Condition {
    public Concurrent {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a concurrent rule needs event types and levels");
        }
    }

    @Override
    public String kind() {
        return "concurrent";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        types.addAll(until.on());
        return types;
    }

    @Override
    public void fields(Consumer<Field> reader) {
        until.where().fields(reader);
        by.fields().forEach(reader);
        reader.accept(count.field());
    }
}
