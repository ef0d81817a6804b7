package org.misconductmonitor.statistics;

/** In what a count is told. */
public enum Scale {
    /** As it is. */
    COUNT,
    /** Per cent of the whole column. */
    PERCENT_OF_TOTAL,
    /** For every 1,000 officers employed at the end of the period, by the last {@code WORKFORCE_COUNT} until then. */
    PER_THOUSAND_OFFICERS,
    /** For every 1,000 officers and staff employed at the end of the period. */
    PER_THOUSAND_WORKFORCE
}
