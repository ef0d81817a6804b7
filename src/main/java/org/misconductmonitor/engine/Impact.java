package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a change of the record means for a rule.
 *
 * @param next the one new fact it can take and go on, or null if it must start again
 */
record Impact(Observation next) {
    private static final Impact AGAIN = new Impact(null);

    /** Of each rule that looks at what has changed, whether it can go on from where it is or must start again. */
    static Map<Evaluator, Impact> of(RecordChange change, Evaluators evaluators, Folds folds) {
        Map<Evaluator, Impact> impacts = new LinkedHashMap<>();
        for (RecordChange.Shift shift : change.shifts()) {
            weigh(shift, evaluators, folds, impacts);
        }
        return impacts;
    }

    private static void weigh(
            RecordChange.Shift shift, Evaluators evaluators, Folds folds, Map<Evaluator, Impact> impacts) {
        List<Evaluator> before = evaluators.accepting(shift.before());
        List<Evaluator> after = evaluators.accepting(shift.after());
        for (Evaluator evaluator : before) {
            if (!after.contains(evaluator) || changes(evaluator, shift, folds)) {
                impacts.put(evaluator, AGAIN);
            }
        }
        for (Evaluator evaluator : after) {
            if (!before.contains(evaluator)) {
                boolean next = shift.isNew() && folds.of(evaluator).isNext(shift.after());
                impacts.merge(evaluator, next ? new Impact(shift.after()) : AGAIN, (a, b) -> AGAIN);
            }
        }
    }

    private static boolean changes(Evaluator evaluator, RecordChange.Shift shift, Folds folds) {
        Observation before = shift.before();
        Observation after = shift.after();
        if (!before.agreesIn(evaluator.fields(), after) || before.event() != after.event()) {
            return true;
        }
        Instant outcomeAt = Outcome.differFrom(before.outcomes(), after.outcomes());
        return outcomeAt != null
                && (evaluator.showsLatestOutcome() || folds.of(evaluator).reaches(outcomeAt));
    }
}
