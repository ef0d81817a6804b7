package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The calendar month that a fact is stored in. Window stores know no time before 1970, so they count from 1900 here.
 *
 * @param month first day of the month, UTC
 */
record Bucket(LocalDate month) {
    /**
     * Longer than any span of dates that the gate accepts, so that neither a future date nor a late fact can make the
     * store forget or refuse anything.
     */
    static final Duration RETENTION = Duration.ofDays(250L * 366);

    /** Longest month; the store needs it only to tell how long a window may be. */
    static final Duration SIZE = Duration.ofDays(31);

    private static final long EPOCH = LocalDate.of(1900, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();

    static Bucket of(Instant at) {
        return new Bucket(at.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
    }

    /** Start of the window in the store. */
    long storeTime() {
        return month.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() - EPOCH;
    }
}
