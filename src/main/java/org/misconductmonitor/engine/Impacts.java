package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Tells which rules a change concerns, and whether they can go on from where they are or must start again. */
final class Impacts {
    private final Evaluators evaluators;
    private final Function<Evaluator, RuleProgress> progress;

    Impacts(Evaluators evaluators, Function<Evaluator, RuleProgress> progress) {
        this.evaluators = evaluators;
        this.progress = progress;
    }

    /**
     * What a change means for a rule.
     *
     * @param next the one new fact it can take and go on, or null if it must start again
     */
    record Impact(Observation next) {
        static final Impact AGAIN = new Impact(null);
    }

    /** @return the rules that may say something else now */
    Map<Evaluator, Impact> of(List<RecordChange.Shift> shifts) {
        Map<Evaluator, Impact> impacts = new LinkedHashMap<>();
        for (RecordChange.Shift shift : shifts) {
            weigh(shift, impacts);
        }
        return impacts;
    }

    private void weigh(RecordChange.Shift shift, Map<Evaluator, Impact> impacts) {
        if (!shift.isNew() && shift.after() != null && looksTheSame(shift)) {
            weighOutcomes(shift, impacts);
            return;
        }
        List<Evaluator> before = evaluators.accepting(shift.before());
        List<Evaluator> after = evaluators.accepting(shift.after());
        for (Evaluator evaluator : before) {
            if (!after.contains(evaluator) || changes(evaluator, shift)) {
                impacts.put(evaluator, Impact.AGAIN);
            }
        }
        for (Evaluator evaluator : after) {
            if (!before.contains(evaluator)) {
                boolean next = shift.isNew() && progress.apply(evaluator).isNext(shift.after());
                impacts.merge(evaluator, next ? new Impact(shift.after()) : Impact.AGAIN, (a, b) -> Impact.AGAIN);
            }
        }
    }

    /** Whether no rule can see a difference but for outcomes in its evidence. */
    private boolean looksTheSame(RecordChange.Shift shift) {
        return shift.before().event() == shift.after().event()
                && shift.before().agreesIn(evaluators.fields(), shift.after());
    }

    private void weighOutcomes(RecordChange.Shift shift, Map<Evaluator, Impact> impacts) {
        Instant outcomeAt =
                Outcome.differFrom(shift.before().outcomes(), shift.after().outcomes());
        if (outcomeAt != null) {
            for (Evaluator evaluator : evaluators.accepting(shift.after())) {
                if (showsOutcome(evaluator, outcomeAt)) {
                    impacts.put(evaluator, Impact.AGAIN);
                }
            }
        }
    }

    private boolean showsOutcome(Evaluator evaluator, Instant outcomeAt) {
        return evaluator.showsLatestOutcome() || progress.apply(evaluator).reaches(outcomeAt);
    }

    private boolean changes(Evaluator evaluator, RecordChange.Shift shift) {
        Observation before = shift.before();
        Observation after = shift.after();
        if (before.event() != after.event() || !before.agreesIn(evaluator.fields(), after)) {
            return true;
        }
        Instant outcomeAt = Outcome.differFrom(before.outcomes(), after.outcomes());
        return outcomeAt != null && showsOutcome(evaluator, outcomeAt);
    }
}
