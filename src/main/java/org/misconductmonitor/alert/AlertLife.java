package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * How the life of one alert goes on. Facts begin and end it, reviewers move it, time escalates and wakes it:
 *
 * <ul>
 *   <li>What is raised is NEW. What the facts end while it is open is WITHDRAWN or RESOLVED, and NEW when they raise it
 *       again. Other changes of the facts leave an open life where it is.
 *   <li>What a reviewer has closed stays closed whatever the facts do, until its evidence has a case that it did not have
 *       when it was closed: then it is NEW.
 *   <li>What is NEW, not muted and of a rule that is live escalates to AMBER and RED until somebody acts.
 *   <li>What is snoozed is, at the end of the snooze, what it was before; if that was NEW, it begins to wait again.
 * </ul>
 */
final class AlertLife {
    private final ReviewPolicy policy;

    AlertLife(ReviewPolicy policy) {
        this.policy = policy;
    }

    /**
     * After a transition of the facts.
     *
     * @param before the alert as published last, or null
     * @param now the alert as the facts have it
     */
    Life afterFacts(Alert before, Alert now, Instant at) {
        Life life = before == null ? opened(Life.UNREVIEWED, now, at) : before.life();
        if (!now.stands()) {
            LifeState ended = now.transition() == Alert.Transition.WITHDRAWN ? LifeState.WITHDRAWN : LifeState.RESOLVED;
            return life.state().isClosed() ? life : life.ended(ended);
        }
        boolean goesOn = life.state().isClosed()
                ? !hasOtherCase(now, life.closedCases())
                : life.state().isOpen();
        return goesOn ? life : opened(life, now, at);
    }

    /**
     * After an action that is complete and allowed.
     *
     * @param elsewhere how often other alerts of the rule and subject were closed as false positives
     */
    Life afterAction(Alert alert, ReviewAction action, int elsewhere) {
        Life life = alert.life();
        return switch (action.kind()) {
            case ACKNOWLEDGE -> taken(life.movedTo(LifeState.ACKNOWLEDGED), action.assignee());
            case START_REVIEW, REOPEN -> life.movedTo(LifeState.UNDER_REVIEW);
            case PLAN_INTERVENTION -> life.movedTo(LifeState.INTERVENTION_PENDING);
            case ASSIGN -> life.ownedBy(action.assignee());
            case SNOOZE -> life.snoozed(action.snoozeUntil(), action.reason());
            case CLOSE -> closed(alert, action, elsewhere);
            case ATTACH_STATEMENT -> life.stating(action.statement());
            case COMMENT -> life;
        };
    }

    /** By whoever acknowledges it, if they say who has it from now on. */
    private static Life taken(Life life, String assignee) {
        return assignee == null ? life : life.ownedBy(assignee);
    }

    /** What it is when its time has come: it must have one. */
    Life afterTime(Alert alert) {
        Life life = alert.life();
        Instant due = life.due();
        if (life.state() == LifeState.SNOOZED) {
            return life.woken(life.former() == LifeState.NEW ? watch(life, alert, due) : life.watch());
        }
        Watch watch = life.watch();
        return life.with(
                watch.escalation() == Escalation.NONE
                        ? watch.escalated(Escalation.AMBER, unacknowledged(1), policy.redDue(watch.openedAt()))
                        : watch.escalated(Escalation.RED, unacknowledged(2), null));
    }

    /** @param level that mutes it from now on, or null */
    Life muted(Alert alert, String level, Instant at) {
        Life life = alert.life();
        if (Objects.equals(life.mutedBy(), level)) {
            return life;
        }
        Life changed = life.mutedBy(level);
        if (life.state() != LifeState.NEW || (level != null && life.mutedBy() != null)) {
            return changed;
        }
        return changed.with(
                level == null ? watch(changed, alert, at) : life.watch().answered());
    }

    private Life opened(Life life, Alert alert, Instant at) {
        return life.opened(watch(life, alert, at));
    }

    private Watch watch(Life life, Alert alert, Instant from) {
        boolean waits = life.mutedBy() == null && !alert.rule().shadow();
        return Watch.from(from, waits ? policy.amberDue(from) : null);
    }

    private Life closed(Alert alert, ReviewAction action, int elsewhere) {
        Life life = alert.life().closed(action.outcome(), action.reason(), cases(alert));
        int closedSo = life.falsePositives() + elsewhere;
        if (action.outcome() != LifeState.FALSE_POSITIVE || closedSo < policy.falsePositives()) {
            return life;
        }
        return life.with(life.watch()
                .escalated(
                        Escalation.AMBER,
                        "the rule was closed as a false positive " + closedSo + " times for this subject",
                        null));
    }

    private String unacknowledged(int times) {
        return "not acknowledged within " + times * policy.workingDays() + " working days";
    }

    static List<String> cases(Alert alert) {
        return alert.evidence().stream()
                .map(Evidence::caseId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean hasOtherCase(Alert alert, List<String> known) {
        return !known.containsAll(cases(alert));
    }
}
