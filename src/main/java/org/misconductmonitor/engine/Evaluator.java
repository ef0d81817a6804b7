package org.misconductmonitor.engine;

import java.util.Set;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Rule;

/** Evaluates one rule. Immutable; what it learns of an officer is in the {@link Fold}s it starts. One class a kind. */
public interface Evaluator {
    Rule rule();

    /** The types of facts it looks at. */
    Set<EventType> on();

    /** Every field whose correction may change the result or the evidence. */
    Set<Field> fields();

    /** Whether its evidence shows the latest outcome, not the one known at the firing time. */
    boolean showsLatestOutcome();

    /** Whether it looks at that fact at all. */
    boolean accepts(Observation fact);

    /** Where the fact stands in the order of this rule. */
    EventOrder order(Observation fact);

    /** Starts with an empty record. */
    Fold start();
}
