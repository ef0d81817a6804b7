package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * A fact comes while something holds. It is the same whichever of the two became known first.
 *
 * @param on the types of facts; the rule's filter applies to them
 * @param background what must hold just before the fact, and must not
 * @param time the time basis
 * @param levels steps by the number of facts that started what holds; at 1 also where nothing has to hold
 */
public record State(Set<EventType> on, Background background, TimeBasis time, List<Level> levels) implements Condition {
    public State {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a state rule needs event types and levels");
        }
    }

    @Override
    public String kind() {
        return "state";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        types.addAll(background.on());
        return types;
    }

    @Override
    public List<Delay> delays() {
        return background.delays();
    }

    @Override
    public void fields(Consumer<Field> reader) {
        background.fields(reader);
    }
}
