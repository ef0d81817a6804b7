package org.misconductmonitor.access;

/** One thing that a caller may be allowed. Every operation of the API needs one, but for those open to everybody. */
public enum Permission {
    /** What they may do: asked for by pages that show no more than that. */
    READ_OWN_ACCESS,
    /** Published tables, with small numbers withheld. */
    READ_STATISTICS,
    /** Published tables with every number. */
    READ_SMALL_NUMBERS,
    READ_ALERTS,
    /** Records of officers: facts, counts, vetting, postings. */
    READ_RECORDS,
    /** Facts and alerts that are handled as confidential; without it they only show that there is one. */
    READ_CONFIDENTIAL,
    /** Facts and alerts that are handled as covert; without it they do not show at all. */
    READ_COVERT,
    /** Acknowledge, assign, snooze, close. */
    ACT_ON_ALERTS,
    READ_RULES,
    /** Check rules, run their tests, and try them on history. */
    TRY_RULES,
    /** Lag, instances, metrics: of all tenants together, about no one. */
    READ_SYSTEM,
    /** What became of the events of the publishers within reach, and which were refused and why. */
    READ_ACCOUNTS,
    /** Bring refused events in after a mend. */
    REPLAY_DEAD_LETTERS,
    /** Who looked at, was sent, or changed what. */
    READ_AUDIT
}
