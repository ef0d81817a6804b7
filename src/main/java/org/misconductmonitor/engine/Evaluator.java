package org.misconductmonitor.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.PopulationCondition;
import org.misconductmonitor.rule.Rule;

/**
 * Evaluates one rule. Immutable once it has its place; what it learns of an officer is in the {@link Fold}s it starts.
 * One class a kind.
 */
public abstract class Evaluator {
    private final Rule rule;
    private final Set<Field> fields;
    private final boolean showsLatestOutcome;
    private int position;

    Evaluator(Rule rule) {
        this.rule = rule;
        Set<Field> read = EnumSet.of(rule.condition().time().field(), Field.RECORDED_AT);
        read.addAll(AlertWriter.FIELDS);
        rule.where().fields(read::add);
        rule.condition().fields(read::add);
        this.fields = Collections.unmodifiableSet(read);
        this.showsLatestOutcome =
                rule.condition() instanceof PopulationCondition || read.stream().anyMatch(Statements::decided);
    }

    /** Gives it its place in the {@link Evaluators} that it is made for. */
    final void place(int among) {
        position = among;
    }

    /** Where it is in {@link Evaluators#all()}. */
    final int position() {
        return position;
    }

    public final Rule rule() {
        return rule;
    }

    /** The types of facts it looks at. */
    public final Set<EventType> on() {
        return rule.condition().types();
    }

    /** Every field whose correction may change the result or the evidence. */
    public final Set<Field> fields() {
        return fields;
    }

    /** Whether its evidence shows the latest outcome, not the one known at the firing time. */
    public final boolean showsLatestOutcome() {
        return showsLatestOutcome;
    }

    /** Where the fact stands in the order of this rule. */
    public final EventOrder order(Observation fact) {
        return new EventOrder(fact.time(rule.condition().time()), fact.eventId());
    }

    /** What every fact it accepts matches; others may look at more than the rule's own filter lets through. */
    public Filter necessary() {
        return Filter.EVERYTHING;
    }

    /** Whether it looks at that fact at all. */
    public abstract boolean accepts(Observation fact);

    /** Starts with an empty record. */
    public abstract Fold start();

    /** Says in words what was reached, such as "3 cases within 365 days, the level asks for 3". */
    public abstract String explain(Firing firing);
}
