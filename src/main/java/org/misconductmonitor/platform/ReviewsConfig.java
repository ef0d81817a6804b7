package org.misconductmonitor.platform;

import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.rule.file.BankHolidays;

/**
 * What the configuration says about reviewing alerts.
 *
 * @param acknowledgeWorkingDays how long an alert may stay unacknowledged before it escalates
 * @param stormLimit how many revisions of one rule are told within an hour, in each partition
 */
public record ReviewsConfig(int acknowledgeWorkingDays, int stormLimit) {
    /** With the bank holidays that come with the monitor. */
    public ReviewPolicy policy() {
        return new ReviewPolicy(acknowledgeWorkingDays, BankHolidays.calendar(), stormLimit);
    }
}
