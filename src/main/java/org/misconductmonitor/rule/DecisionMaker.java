package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * How a handler decides: the share of decisions of one kind against the shares of other handlers, day by day; or how
 * many of the cases decided were reopened later.
 *
 * @param on the types of facts that are decisions
 * @param adverse the decisions whose share is compared; null: cases reopened later are counted
 * @param window how far back
 * @param time the time basis
 * @param least least number of decisions of each handler compared
 * @param group least number of handlers compared, the one included
 * @param levels steps, rising: of shares the percentile from 1 to 99 that it must be above, else the number of cases
 */
public record DecisionMaker(
        Set<EventType> on, Filter adverse, Window window, TimeBasis time, int least, int group, List<Level> levels)
        implements PopulationCondition {

    public DecisionMaker {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        Objects.requireNonNull(window, "window");
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a decision-maker rule needs event types and levels");
        }
    }

    /** Whether it counts cases that were reopened. */
    public boolean reopened() {
        return adverse == null;
    }

    @Override
    public String kind() {
        return "decision-maker";
    }

    @Override
    public Set<EventType> types() {
        Set<EventType> types = EnumSet.copyOf(on);
        if (reopened()) {
            types.add(EventType.REOPENED);
        }
        return types;
    }

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(Field.HANDLER_ID);
        if (reopened()) {
            reader.accept(Field.CASE_ID);
        } else {
            adverse.fields(reader);
        }
    }
}
