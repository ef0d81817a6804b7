package org.misconductmonitor.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How many revisions of one rule were told within an hour of the clock. The one above the limit is told too and says
 * that a storm has begun; those behind it are only recorded, until the hour ends.
 *
 * @param hour start of the hour
 * @param told how many there were to tell
 */
public record Storm(Instant hour, int told) {
    /** Before the first. */
    public static final Storm CALM = new Storm(Instant.EPOCH, 0);

    /** With one more to tell. A time before the hour belongs to it: records need not come in order of time. */
    public Storm with(Instant at) {
        Instant start = at.truncatedTo(ChronoUnit.HOURS);
        return start.isAfter(hour) ? new Storm(start, 1) : new Storm(hour, told + 1);
    }

    /** The alert as it goes out: the last one counted. */
    public Alert judge(Alert alert, int limit) {
        if (told <= limit) {
            return alert;
        }
        Notice notice = alert.notice();
        return alert.with(told == limit + 1 ? notice.ofStorm() : notice.quietFor(Notice.Quiet.STORM));
    }
}
