package org.misconductmonitor.statistics;

/** For how long something has been open. */
final class AgeBand {
    private static final int[] LAST_DAYS = {90, 180, 365, 730};

    private AgeBand() {}

    /** @return the band as text; those of longer times come later in the order of their first numbers */
    static String of(long days) {
        long first = 0;
        for (int last : LAST_DAYS) {
            if (days <= last) {
                return first + "-" + last + " days";
            }
            first = last + 1L;
        }
        return first + " days and more";
    }
}
