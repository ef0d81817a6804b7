package org.misconductmonitor.engine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** N distinct things in a window that ends at each matching fact. */
final class ThresholdEvaluator implements Evaluator {
    private final Rule rule;
    private final Threshold threshold;
    private final Set<Field> fields;
    private final boolean showsLatestOutcome;

    ThresholdEvaluator(Rule rule, Threshold threshold) {
        this.rule = rule;
        this.threshold = threshold;
        Set<Field> read = EnumSet.of(threshold.count().field(), threshold.time().field(), Field.RECORDED_AT);
        read.addAll(AlertWriter.EVIDENCE_FIELDS);
        rule.where().fields(read::add);
        this.fields = Collections.unmodifiableSet(read);
        this.showsLatestOutcome = read.stream().anyMatch(Statements::decided);
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Set<EventType> on() {
        return threshold.on();
    }

    @Override
    public Set<Field> fields() {
        return fields;
    }

    @Override
    public boolean showsLatestOutcome() {
        return showsLatestOutcome;
    }

    @Override
    public boolean accepts(Observation fact) {
        return threshold.on().contains(fact.type())
                && fact.get(threshold.count().field()) != null
                && rule.where().matches(fact);
    }

    @Override
    public EventOrder order(Observation fact) {
        return new EventOrder(fact.time(threshold.time()), fact.eventId());
    }

    @Override
    public Fold start() {
        return new ThresholdFold(rule, threshold);
    }
}
