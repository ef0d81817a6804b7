package org.misconductmonitor.event;

/** The four kinds of publishers, each with a topic of its own. */
public enum Feed {
    /** Allegations and cases, from oversight systems. */
    ALLEGATIONS,
    /** Clearances, database hits, declarations and reviews, from vetting units. */
    VETTING,
    /** Employment, postings, measures and aliases, from HR. */
    WORKFORCE,
    /** Hotline and whistle-blower reports. */
    REPORTS
}
