package org.misconductmonitor.alert;

/** Where an alert is in its life. */
public enum LifeState {
    /** Nobody has said that they have seen it. */
    NEW,
    ACKNOWLEDGED,
    UNDER_REVIEW,
    INTERVENTION_PENDING,
    /** Put off until a time; then it is again what it was before. */
    SNOOZED,
    /** Closed by a reviewer: something was done. */
    ACTION_TAKEN,
    /** Closed by a reviewer: it was right, and nothing needs to be done. */
    NO_ACTION_NEEDED,
    /** Closed by a reviewer: it should not have been raised. */
    FALSE_POSITIVE,
    /** Ended by the facts: they or the rules were corrected. */
    WITHDRAWN,
    /** Ended by the facts: the situation is over. */
    RESOLVED;

    /** Whether somebody still has to decide. */
    public boolean isOpen() {
        return compareTo(SNOOZED) <= 0;
    }

    /** Whether a reviewer closed it. */
    public boolean isClosed() {
        return !isOpen() && compareTo(FALSE_POSITIVE) <= 0;
    }
}
