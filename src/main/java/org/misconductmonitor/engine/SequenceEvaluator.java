package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Sequence;

/** Facts and then another, within a time. */
final class SequenceEvaluator extends Evaluator {
    private final Sequence sequence;

    SequenceEvaluator(Rule rule, Sequence sequence) {
        super(rule);
        this.sequence = sequence;
    }

    @Override
    public boolean accepts(Observation fact) {
        return isFirst(fact) || isLast(fact) || breaks(fact);
    }

    boolean isFirst(Observation fact) {
        return sequence.on().contains(fact.type())
                && sequence.by().isNamedBy(fact)
                && rule().where().matches(fact);
    }

    boolean isLast(Observation fact) {
        return sequence.then().matches(fact.type(), fact) && sequence.by().isNamedBy(fact);
    }

    boolean breaks(Observation fact) {
        return sequence.without() != null
                && sequence.without().matches(fact.type(), fact)
                && sequence.by().isNamedBy(fact);
    }

    @Override
    public Fold start() {
        return new SequenceFold(this, sequence);
    }

    @Override
    public String explain(Firing firing) {
        return String.format(
                Locale.ROOT,
                "%s and then %s within %s%s",
                TypeNames.of(sequence.on()),
                TypeNames.of(sequence.then().on()),
                sequence.within().inWords(),
                sequence.without() == null
                        ? ""
                        : ", without " + TypeNames.of(sequence.without().on()) + " between");
    }
}
