package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** How far every rule has come in one officer's record, and how far time has. */
final class Folds {
    private final Map<String, RuleProgress> progress = new HashMap<>();
    private final Timetable timetable = new Timetable();
    private Instant now;

    Folds(Instant now) {
        this.now = now;
    }

    Instant now() {
        return now;
    }

    RuleProgress of(Evaluator evaluator) {
        return progress.computeIfAbsent(evaluator.rule().id(), id -> new RuleProgress(evaluator));
    }

    /** Takes the next fact of a rule. */
    Account step(Evaluator evaluator, Observation fact) {
        RuleProgress going = of(evaluator);
        Account account = going.step(fact, now);
        timetable.expect(going);
        return account;
    }

    /** Starts a rule again with these facts, in any order. */
    Account refold(Evaluator evaluator, List<Observation> seen) {
        RuleProgress started = of(evaluator);
        Account account = started.refold(seen, now);
        timetable.expect(started);
        return account;
    }

    /** When something falls due next, or null. */
    Instant nextDue() {
        return timetable.nextDue();
    }

    /** Lets time pass, unless it is further already, and tells of each rule what fell due. */
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
