package org.misconductmonitor.platform;

import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.rule.WorkingCalendar;

/**
 * What the configuration says about reviewing alerts.
 *
 * @param acknowledgeWorkingDays how long an alert may stay unacknowledged before it escalates
 * @param stormLimit how many revisions of one rule are told within an hour, in each partition
 */
public record ReviewsConfig(int acknowledgeWorkingDays, int stormLimit) {
    /** @param calendar the working days that count */
    public ReviewPolicy policy(WorkingCalendar calendar) {
        return new ReviewPolicy(acknowledgeWorkingDays, calendar, stormLimit);
    }
}
