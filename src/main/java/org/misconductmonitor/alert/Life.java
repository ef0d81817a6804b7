package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * What reviewers and time have made of an alert so far. Everything that decides how it goes on is in here.
 *
 * @param state where it is
 * @param former state in which a snooze ends, null unless snoozed
 * @param owner keyed pseudonym of who has it, or null
 * @param reason why it was snoozed or closed, or null
 * @param snoozedUntil ingestion time at which a snooze ends, null unless snoozed
 * @param watch how long it has waited
 * @param mutedBy name of the highest level of the same rule and subject that mutes it, or null
 * @param closedCases cases that were its evidence when it was closed; only another one raises it again
 * @param falsePositives how often it was closed as a false positive and not reopened by a reviewer
 * @param statement the officer's own statement, or null
 * @param judged what has been decided on
 */
public record Life(
        LifeState state,
        LifeState former,
        String owner,
        String reason,
        Instant snoozedUntil,
        Watch watch,
        String mutedBy,
        List<String> closedCases,
        int falsePositives,
        String statement,
        Judged judged) {
    /** Of an alert that has just been computed. */
    public static final Life UNREVIEWED =
            new Life(LifeState.NEW, null, null, null, null, Watch.NONE, null, List.of(), 0, null, Judged.NOTHING);

    /** Of an alert whose facts were erased: what was said of it is erased with them. */
    static final Life FORGOTTEN = UNREVIEWED.ended(LifeState.WITHDRAWN);

    public Life {
        closedCases = List.copyOf(closedCases);
    }

    /** When time changes it, or null if time alone does not. */
    public Instant due() {
        return switch (state) {
            case NEW -> watch.acknowledgeBy();
            case SNOOZED -> snoozedUntil;
            default -> null;
        };
    }

    /** Raised, for the first time or again: nothing that was decided before holds for it. */
    Life opened(Watch from) {
        return new Life(
                LifeState.NEW, null, owner, null, null, from, mutedBy, List.of(), falsePositives, statement, judged);
    }

    /** By the facts. */
    Life ended(LifeState how) {
        return new Life(
                how, null, owner, null, null, watch.answered(), null, List.of(), falsePositives, statement, judged);
    }

    /** Taken up by a reviewer. */
    Life movedTo(LifeState next) {
        int falsePositivesLeft = state == LifeState.FALSE_POSITIVE ? falsePositives - 1 : falsePositives;
        return new Life(
                next,
                null,
                owner,
                null,
                null,
                watch.answered(),
                mutedBy,
                List.of(),
                falsePositivesLeft,
                statement,
                judged);
    }

    Life snoozed(Instant until, String why) {
        LifeState before = state == LifeState.SNOOZED ? former : state;
        return new Life(
                LifeState.SNOOZED,
                before,
                owner,
                why,
                until,
                watch.answered(),
                mutedBy,
                closedCases,
                falsePositives,
                statement,
                judged);
    }

    Life woken(Watch from) {
        return new Life(former, null, owner, null, null, from, mutedBy, closedCases, falsePositives, statement, judged);
    }

    Life closed(LifeState outcome, String why, List<String> cases) {
        int closedSo = outcome == LifeState.FALSE_POSITIVE ? falsePositives + 1 : falsePositives;
        return new Life(outcome, null, owner, why, null, watch.answered(), null, cases, closedSo, statement, judged);
    }

    Life with(Watch other) {
        return new Life(
                state,
                former,
                owner,
                reason,
                snoozedUntil,
                other,
                mutedBy,
                closedCases,
                falsePositives,
                statement,
                judged);
    }

    Life with(Judged other) {
        return new Life(
                state,
                former,
                owner,
                reason,
                snoozedUntil,
                watch,
                mutedBy,
                closedCases,
                falsePositives,
                statement,
                other);
    }

    Life ownedBy(String assignee) {
        return new Life(
                state,
                former,
                assignee,
                reason,
                snoozedUntil,
                watch,
                mutedBy,
                closedCases,
                falsePositives,
                statement,
                judged);
    }

    Life mutedBy(String level) {
        return new Life(
                state,
                former,
                owner,
                reason,
                snoozedUntil,
                watch,
                level,
                closedCases,
                falsePositives,
                statement,
                judged);
    }

    Life withTexts(BinaryOperator<String> change) {
        return new Life(
                state,
                former,
                owner,
                change.apply("reason", reason),
                snoozedUntil,
                watch,
                mutedBy,
                closedCases,
                falsePositives,
                change.apply("statement", statement),
                judged);
    }

    Life stating(String words) {
        return new Life(
                state, former, owner, reason, snoozedUntil, watch, mutedBy, closedCases, falsePositives, words, judged);
    }
}
