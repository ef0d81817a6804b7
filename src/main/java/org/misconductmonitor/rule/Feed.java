package org.misconductmonitor.rule;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * A publisher is silent for longer than is its habit.
 *
 * @param on the types of facts
 * @param by the field that names the publisher
 * @param habit how far back from its last fact its habit is taken from
 * @param percentile of the times between its facts, from 1 to 99: its habit
 * @param least least number of times of facts that make a habit, from 2
 * @param atLeast never silent before so long
 * @param time the time basis
 * @param levels steps, rising: how many times its habit
 */
public record Feed(
        Set<EventType> on,
        Field by,
        Window habit,
        int percentile,
        int least,
        Delay atLeast,
        TimeBasis time,
        List<Factor> levels)
        implements PopulationCondition {

    public Feed {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(habit, "habit");
        Objects.requireNonNull(atLeast, "atLeast");
        if (on.isEmpty() || levels.isEmpty() || least < 2) {
            throw new IllegalArgumentException("a feed needs event types, levels and a habit");
        }
    }

    @Override
    public String kind() {
        return "feed";
    }

    @Override
    public List<Delay> delays() {
        return List.of(atLeast);
    }

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(by);
    }
}
