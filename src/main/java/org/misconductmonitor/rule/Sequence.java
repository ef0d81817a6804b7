package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Facts, and then another one, within a time and without a third between.
 *
 * @param on the types of the first; the rule's filter applies to them
 * @param then the fact at which it fires
 * @param within how long before it the first may lie
 * @param without what must not come between, or null
 * @param by what the first must have in common with the other two
 * @param time the time basis
 * @param levels steps by the number of first facts
 */
public record Sequence(
        Set<EventType> on, Pattern then, Window within, Pattern without, Matter by, TimeBasis time, List<Level> levels)
        implements Condition {
    public Sequence {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a sequence needs event types and levels");
        }
    }

    @Override
    public String kind() {
        return "sequence";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        types.addAll(then.on());
        if (without != null) {
            types.addAll(without.on());
        }
        return types;
    }

    @Override
    public void fields(Consumer<Field> reader) {
        then.where().fields(reader);
        if (without != null) {
            without.where().fields(reader);
        }
        by.fields().forEach(reader);
    }
}
