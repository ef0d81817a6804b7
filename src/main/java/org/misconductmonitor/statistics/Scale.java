package org.misconductmonitor.statistics;

/** In what a count is told. */
public enum Scale {
    /** As it is. */
    COUNT(1),
    /** Per cent of the whole column. */
    PERCENT_OF_TOTAL(100),
    /** For every 1,000 officers employed at the end of the period, by the last {@code WORKFORCE_COUNT} until then. */
    PER_THOUSAND_OFFICERS(1000),
    /** For every 1,000 officers and staff employed at the end of the period. */
    PER_THOUSAND_WORKFORCE(1000);

    private final int times;

    Scale(int times) {
        this.times = times;
    }

    /** Of how many it is told. */
    int times() {
        return times;
    }
}
