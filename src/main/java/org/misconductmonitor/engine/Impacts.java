package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.misconductmonitor.event.Field;

/** Tells which rules a change concerns, and whether they can go on from where they are or must start again. */
final class Impacts {
    private final Evaluators evaluators;
    private final Function<Evaluator, RuleProgress> progress;
    private final AlertBook book;

    Impacts(Evaluators evaluators, Function<Evaluator, RuleProgress> progress, AlertBook book) {
        this.evaluators = evaluators;
        this.progress = progress;
        this.book = book;
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
        Observation before = shift.before();
        Observation after = shift.after();
        if (before != null && after != null && before.event() == after.event()) {
            weighSaid(before, after, impacts);
            return;
        }
        List<Evaluator> accepting = evaluators.accepting(before);
        accepting.forEach(evaluator -> impacts.put(evaluator, Impact.AGAIN));
        for (Evaluator evaluator : evaluators.accepting(after)) {
            if (!accepting.contains(evaluator)) {
                boolean next = shift.isNew() && progress.apply(evaluator).isNext(after);
                impacts.merge(evaluator, next ? new Impact(after) : Impact.AGAIN, (a, b) -> Impact.AGAIN);
            }
        }
    }

    /** The same event, of which others say something else now: most rules read nothing of that. */
    private void weighSaid(Observation before, Observation after, Map<Evaluator, Impact> impacts) {
        Set<Field> differing = before.differing(evaluators.fields(), after);
        for (Evaluator evaluator : evaluators.reading(differing, after.type())) {
            if (evaluator.accepts(before) || evaluator.accepts(after)) {
                impacts.put(evaluator, Impact.AGAIN);
            }
        }
        Instant outcomeAt = Outcome.differFrom(before.outcomes(), after.outcomes());
        if (outcomeAt != null) {
            weighOutcome(after, outcomeAt, impacts);
        }
    }

    /** Nothing depends on an outcome but what evidence shows. */
    private void weighOutcome(Observation fact, Instant outcomeAt, Map<Evaluator, Impact> impacts) {
        for (String ruleId : book.rules()) {
            Evaluator evaluator = evaluators.ofRule(ruleId);
            if (evaluator != null
                    && (evaluator.showsLatestOutcome()
                            || progress.apply(evaluator).reaches(outcomeAt))
                    && book.hasEvidence(ruleId, fact.eventId())) {
                impacts.put(evaluator, Impact.AGAIN);
            }
        }
    }
}
