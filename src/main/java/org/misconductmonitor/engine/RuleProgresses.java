package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** How far all rules have come in one officer's record, and in time. */
final class RuleProgresses {
    private final Evaluators evaluators;
    /** By position of the evaluator; null where a rule has seen nothing yet. */
    private final RuleProgress[] progress;

    private final Timetable timetable = new Timetable();
    private Instant now;

    RuleProgresses(Evaluators evaluators, Instant now) {
        this.evaluators = evaluators;
        this.progress = new RuleProgress[evaluators.all().size()];
        this.now = now;
    }

    Instant now() {
        return now;
    }

    /** When something falls due if no fact comes before, or null. */
    Instant nextDue() {
        return timetable.nextDue();
    }

    RuleProgress of(Evaluator evaluator) {
        int position = evaluator.position();
        if (progress[position] == null) {
            progress[position] = new RuleProgress(evaluator);
        }
        return progress[position];
    }

    /** Takes the next fact of that rule. */
    Account step(Evaluator evaluator, Observation next) {
        RuleProgress going = of(evaluator);
        Account account = going.step(next, now);
        timetable.expect(going);
        return account;
    }

    /** Starts that rule again with these facts, in any order. */
    Account refold(Evaluator evaluator, List<Observation> facts) {
        RuleProgress started = of(evaluator);
        Account account = started.refold(facts, now);
        timetable.expect(started);
        return account;
    }

    /** Starts every rule that accepts any of these facts. */
    void start(List<Observation> facts) {
        List<List<Observation>> accepted = new ArrayList<>(progress.length);
        evaluators.all().forEach(evaluator -> accepted.add(new ArrayList<>(0)));
        for (Observation fact : facts) {
            for (Evaluator evaluator : evaluators.accepting(fact)) {
                accepted.get(evaluator.position()).add(fact);
            }
        }
        for (Evaluator evaluator : evaluators.all()) {
            List<Observation> ofRule = accepted.get(evaluator.position());
            if (!ofRule.isEmpty()) {
                refold(evaluator, ofRule);
            }
        }
    }

    /**
     * Lets time pass; it never goes back.
     *
     * @param told takes what falls due of a rule
     */
    void advance(Instant until, BiConsumer<Evaluator, Account> told) {
        if (until.isAfter(now)) {
            now = until;
        }
        for (RuleProgress due = timetable.pollDue(now); due != null; due = timetable.pollDue(now)) {
            Account account = due.advance(now);
            timetable.expect(due);
            told.accept(due.evaluator(), account);
        }
    }
}
