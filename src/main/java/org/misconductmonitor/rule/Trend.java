package org.misconductmonitor.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * Case after case is more severe, or comes faster, than the one before. Of each case its latest fact is looked at for
 * severity and its first for frequency.
 *
 * @param on the types of facts
 * @param rising what rises
 * @param window how far back the first of them may lie
 * @param time the time basis
 * @param levels steps by the number of cases in a rising row
 */
public record Trend(Set<EventType> on, Rising rising, Window window, TimeBasis time, List<Level> levels)
        implements Condition {
    /** What may rise from case to case. */
    public enum Rising {
        /** The severity, from NEITHER to GROSS_MISCONDUCT. */
        SEVERITY,
        /** How soon after the case before it comes. */
        FREQUENCY
    }

    /** From least to most; other words take no part. */
    public static final List<String> SEVERITIES =
            List.of("NEITHER", "PERFORMANCE", "PRACTICE_REQUIRING_IMPROVEMENT", "MISCONDUCT", "GROSS_MISCONDUCT");

    public Trend {
        on = Set.copyOf(on);
        levels = List.copyOf(levels);
        if (on.isEmpty() || levels.isEmpty()) {
            throw new IllegalArgumentException("a trend needs event types and levels");
        }
    }

    @Override
    public String kind() {
        return "trend";
    }

    @Override
    public void fields(Consumer<Field> reader) {
        reader.accept(Field.CASE_ID);
        if (rising == Rising.SEVERITY) {
            reader.accept(Field.SEVERITY);
        }
    }
}
