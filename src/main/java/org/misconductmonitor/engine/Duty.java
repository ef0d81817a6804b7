package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Something that must follow a fact, and how far it is overdue. */
final class Duty {
    /**
     * One step of it, or one more time of its last step.
     *
     * @param duty whose
     * @param step position of the step in its rule
     * @param times the first, second ... time
     * @param dueBy when it falls due by the rule
     * @param at when it is looked at: when it falls due, the start if that is later, or the end of a hold
     * @param isPutOff whether a hold has put it off
     */
    record Deadline(Duty duty, int step, int times, Instant dueBy, Instant at, boolean isPutOff)
            implements Comparable<Deadline> {
        @Override
        public int compareTo(Deadline other) {
            int byTime = at.compareTo(other.at);
            int byDuty = byTime != 0 ? byTime : Integer.compare(duty.number, other.duty.number);
            int byStep = byDuty != 0 ? byDuty : Integer.compare(step, other.step);
            return byStep != 0 ? byStep : Integer.compare(times, other.times);
        }

        Deadline putOff(Instant until) {
            return new Deadline(duty, step, times, dueBy, until, true);
        }
    }

    private final int number;
    private final Observation start;
    private final Instant since;
    private final Instant base;
    private final List<String> evidence;
    private final List<String> fired = new ArrayList<>(2);
    private boolean answered;

    /**
     * @param number of the duty in its fold
     * @param start the fact that something must follow
     * @param since its time
     * @param base from which the steps run
     * @param evidence what held before it, and the fact
     */
    Duty(int number, Observation start, Instant since, Instant base, List<String> evidence) {
        this.number = number;
        this.start = start;
        this.since = since;
        this.base = base;
        this.evidence = evidence;
    }

    Observation start() {
        return start;
    }

    Instant since() {
        return since;
    }

    Instant base() {
        return base;
    }

    List<String> evidence() {
        return evidence;
    }

    boolean isAnswered() {
        return answered;
    }

    void fire(Firing firing, Fold.Told told) {
        fired.add(firing.identity());
        told.fired(firing);
    }

    /** Answered in time or late: what has fired ends. */
    void answer(Observation answer, Instant at, Fold.Told told) {
        answered = true;
        fired.forEach(identity -> told.ended(Ending.by(answer, identity, at)));
    }
}
