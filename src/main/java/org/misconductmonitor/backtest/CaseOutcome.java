package org.misconductmonitor.backtest;

/** How a case ended for an officer. Of several allegations the first of this list that one of them has. */
public enum CaseOutcome {
    SUSTAINED("sustained"),
    /** Not decided, or open again, when the history ends. */
    OPEN("still open"),
    NOT_SUSTAINED("not sustained"),
    /** It happened, and was right. */
    EXONERATED("exonerated"),
    /** It did not happen, or not by this officer. */
    UNFOUNDED("unfounded"),
    /** Closed without looking into it to the end. */
    NO_FINDING("no finding"),
    /** The finding is not in the table. */
    OTHER("other finding"),
    /** Withdrawn, restricted, or handed to another officer: the record holds it no more. */
    VOID("no longer counts");

    private final String words;

    CaseOutcome(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }

    /** Whether somebody decided. */
    public boolean ended() {
        return this != OPEN && this != VOID;
    }
}
