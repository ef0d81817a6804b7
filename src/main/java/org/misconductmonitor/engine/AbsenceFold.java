package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Step;

/** What of one officer awaits an answer. */
final class AbsenceFold implements Fold {
    private final AbsenceEvaluator evaluator;
    private final Absence absence;
    private final BackgroundWatch background;
    private final Openings<Duty> duties;
    private final HoldWatch holds;
    private final PriorityQueue<Duty.Deadline> deadlines = new PriorityQueue<>();
    private int begun;

    AbsenceFold(AbsenceEvaluator evaluator, Absence absence) {
        this.evaluator = evaluator;
        this.absence = absence;
        this.background = new BackgroundWatch(absence.background());
        this.duties = new Openings<>(absence.by());
        this.holds = new HoldWatch(absence.hold(), absence.by());
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        holds.take(fact).forEach(deadline -> deadlines.add(deadline.putOff(at)));
        if (evaluator.answers(fact)) {
            for (Duty duty : duties.of(fact)) {
                duty.answer(fact, at, told);
                duties.remove(duty);
            }
        }
        if (evaluator.starts(fact)) {
            begin(fact, at);
        }
        background.take(fact, at);
    }

    private void begin(Observation fact, Instant at) {
        List<Holding.Start> held = background.before(at);
        if (held == null) {
            return;
        }
        List<String> evidence = new ArrayList<>(held.size() + 1);
        held.forEach(start -> evidence.add(start.key()));
        evidence.add(fact.key());
        Instant base = absence.due() == null ? at : (Instant) fact.get(absence.due());
        Duty duty = new Duty(begun++, fact, at, base, List.copyOf(evidence));
        duties.add(fact, duty);
        for (int step = 0; step < absence.levels().size(); step++) {
            schedule(duty, step, 1, absence.levels().get(step).after().after(base));
        }
    }

    private void schedule(Duty duty, int step, int times, Instant dueBy) {
        Instant at = dueBy.isBefore(duty.since()) ? duty.since() : dueBy;
        deadlines.add(new Duty.Deadline(duty, step, times, dueBy, at, false));
    }

    @Override
    public Instant nextDue() {
        while (!deadlines.isEmpty() && deadlines.peek().duty().isAnswered()) {
            deadlines.poll();
        }
        return deadlines.isEmpty() ? null : deadlines.peek().at();
    }

    @Override
    public void advance(Instant now, Told told) {
        for (Instant due = nextDue(); due != null && !due.isAfter(now); due = nextDue()) {
            reach(deadlines.poll(), told);
        }
    }

    private void reach(Duty.Deadline deadline, Told told) {
        repeat(deadline);
        if (holds.stop(deadline)) {
            return;
        }
        if (evaluator.rule().inForceAt(deadline.at())) {
            deadline.duty().fire(firing(deadline), told);
        }
    }

    /** Lets the last step fall due again; once, however often a hold has put it off. */
    private void repeat(Duty.Deadline deadline) {
        int last = absence.levels().size() - 1;
        if (absence.every() != null && deadline.step() == last && !deadline.isPutOff()) {
            Instant first =
                    absence.levels().get(last).after().after(deadline.duty().base());
            schedule(
                    deadline.duty(), last, deadline.times() + 1, absence.every().after(first, deadline.times()));
        }
    }

    private Firing firing(Duty.Deadline deadline) {
        Step step = absence.levels().get(deadline.step());
        Duty duty = deadline.duty();
        return new Firing(
                deadline.step(),
                step.name(),
                1,
                deadline.at(),
                deadline.times(),
                duty.since(),
                deadline.at(),
                duty.evidence(),
                deadline.dueBy(),
                deadline.times() == 1 ? null : Integer.toString(deadline.times()));
    }
}
