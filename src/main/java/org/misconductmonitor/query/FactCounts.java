package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Map;
import org.misconductmonitor.statistics.CountKey;

/**
 * Counts of all facts that are not covert.
 *
 * @param changes grows with every fact, as long as the process lives
 * @param asOf when the cluster took the newest fact that is certainly in them; the epoch if there is none
 * @param counts by what they are of; those of nothing are left out
 */
public record FactCounts(long changes, Instant asOf, Map<CountKey, Long> counts) {
    /** Less than every number of changes. */
    public static final long NONE = -1;

    public FactCounts {
        counts = Map.copyOf(counts);
    }
}
