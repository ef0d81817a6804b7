package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.misconductmonitor.event.EventOrder;

/** How far one rule has come in one officer's record, and in time. */
final class RuleProgress {
    private static final Comparator<Placed> IN_ORDER =
            Comparator.comparing(Placed::order).thenComparing(placed -> placed.fact.key());

    private final Evaluator evaluator;
    private Fold fold;
    private EventOrder last;
    /** When something last fell due: a fact of that time or before comes late. */
    private Instant fell = Instant.MIN;

    private Instant expected;

    RuleProgress(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.fold = evaluator.start();
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Whether the fact comes after all that the rule has taken and all that has fallen due. */
    boolean isNext(Observation fact) {
        EventOrder order = evaluator.order(fact);
        return (last == null || order.compareTo(last) > 0) && order.at().isAfter(fell);
    }

    /** Whether an outcome from that time on may show in evidence already given. */
    boolean reaches(Instant outcomeAt) {
        return !fell.isBefore(outcomeAt) || last != null && !last.at().isBefore(outcomeAt);
    }

    /** When something falls due next, or null. */
    Instant nextDue() {
        return fold.nextDue();
    }

    /** The time that the timetable has of this rule, or null. */
    Instant expected() {
        return expected;
    }

    void expect(Instant due) {
        expected = due;
    }

    /** Takes the next fact, and lets time go on to now. */
    Account step(Observation fact, Instant now) {
        Account account = new Account();
        take(fact, evaluator.order(fact), account);
        advance(now, account);
        return account;
    }

    /** Lets time go on. */
    Account advance(Instant now) {
        Account account = new Account();
        advance(now, account);
        return account;
    }

    /** Starts again with these facts, in any order, and lets time go on to now. */
    Account refold(List<Observation> facts, Instant now) {
        fold = evaluator.start();
        last = null;
        fell = Instant.MIN;
        Account account = new Account();
        List<Placed> accepted = new ArrayList<>();
        for (Observation fact : facts) {
            if (evaluator.accepts(fact)) {
                accepted.add(new Placed(evaluator.order(fact), fact));
            }
        }
        accepted.sort(IN_ORDER);
        accepted.forEach(placed -> take(placed.fact, placed.order, account));
        advance(now, account);
        return account;
    }

    /** What falls due at the very time of a fact falls due after it: an answer at the last moment is in time. */
    private void take(Observation fact, EventOrder order, Account account) {
        for (Instant due = fold.nextDue(); due != null && due.isBefore(order.at()); due = fold.nextDue()) {
            fall(due, account);
        }
        fold.next(fact, account);
        last = order;
    }

    private void advance(Instant now, Account account) {
        for (Instant due = fold.nextDue(); due != null && !due.isAfter(now); due = fold.nextDue()) {
            fall(due, account);
        }
    }

    private void fall(Instant due, Account account) {
        fold.advance(due, account);
        fell = due;
    }

    private record Placed(EventOrder order, Observation fact) {}
}
