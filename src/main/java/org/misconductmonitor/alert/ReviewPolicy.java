package org.misconductmonitor.alert;

import java.time.Instant;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.WorkingCalendar;

/**
 * What the house asks of its reviewers.
 *
 * @param workingDays how long an alert may stay unacknowledged; twice as long is RED
 * @param calendar which days are worked on
 * @param falsePositives how many closings of one rule and subject as a false positive ask for another look at the rule
 * @param stormLimit how many revisions of a rule are told within an hour, in each partition
 */
public record ReviewPolicy(int workingDays, WorkingCalendar calendar, int falsePositives, int stormLimit) {
    private static final int FALSE_POSITIVES = 3;

    /** With as many false positives as the rule on ignored alerts says. */
    public ReviewPolicy(int workingDays, WorkingCalendar calendar, int stormLimit) {
        this(workingDays, calendar, FALSE_POSITIVES, stormLimit);
    }

    Instant amberDue(Instant openedAt) {
        return due(openedAt, 1);
    }

    Instant redDue(Instant openedAt) {
        return due(openedAt, 2);
    }

    private Instant due(Instant openedAt, int times) {
        return new Delay.WorkingDays(workingDays, calendar).after(openedAt, times);
    }
}
