package org.misconductmonitor.rule;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** What must hold of the facts a rule looks at; one record a kind of rule. */
public sealed interface Condition
        permits Threshold, Score, Absence, State, Concurrent, Sequence, Trend, PopulationCondition {
    /** The word for it in a rule file: {@code kind}. */
    String kind();

    /** The types of facts that the rule's own filter applies to. */
    Set<EventType> on();

    /** The types of all facts it looks at. */
    default Set<EventType> types() {
        return on();
    }

    /** Which business time it goes by. */
    TimeBasis time();

    /** Every length of time until a deadline that it counts. */
    default List<Delay> delays() {
        return List.of();
    }

    /** Tells every field it depends on, besides those of the rule's own filter and of the time basis. */
    void fields(Consumer<Field> reader);
}
