package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How calendar months of facts lie in the window store. Window stores know no time before 1970, so time is counted from
 * 1900 there.
 */
final class Bucket {
    /**
     * Longer than any span of dates that the gate accepts, so that neither a future date nor a late fact can make the
     * store forget or refuse anything.
     */
    static final Duration RETENTION = Duration.ofDays(250L * 366);

    /** Longest month; the store needs it only to tell how long a window may be. */
    static final Duration SIZE = Duration.ofDays(31);

    private static final long EPOCH =
            LocalDate.of(1900, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();

    private Bucket() {}

    /** Start of the month's window in the store. */
    static long storeTime(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - EPOCH;
    }
}
