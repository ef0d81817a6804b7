package org.misconductmonitor.engine;

/** Percentiles by nearest rank: the least value that at least so many of a hundred do not exceed. */
final class NearestRank {
    private static final long PER_CENT = 100;

    private NearestRank() {}

    /** @return the position in ascending order, from 0 */
    static int position(int percentile, int size) {
        return (int) ((percentile * (long) size + PER_CENT - 1) / PER_CENT) - 1;
    }
}
