package org.misconductmonitor.rule;

import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.EventType;

/**
 * Facts of some types that match a filter.
 *
 * @param on the types; not empty
 * @param where what else must hold
 */
public record Pattern(Set<EventType> on, Filter where) {
    public Pattern {
        on = Set.copyOf(on);
        Objects.requireNonNull(where, "where");
        if (on.isEmpty()) {
            throw new IllegalArgumentException("a pattern needs event types");
        }
    }

    public boolean matches(EventType type, FieldSource fact) {
        return on.contains(type) && where.matches(fact);
    }
}
