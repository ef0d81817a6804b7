package org.misconductmonitor.alert;

/**
 * Why an action was not taken.
 *
 * @param reason for programs
 * @param message for people: what is wrong, and what to do next where that is not plain
 */
public record Refusal(Reason reason, String message) {
    public enum Reason {
        /** There is no such alert under that key. */
        UNKNOWN_ALERT,
        /** The alert has changed since the revision that the reviewer saw. */
        CONFLICT,
        /** Not in the state that the alert is in. */
        NOT_ALLOWED,
        /** Something that the action needs is missing or wrong. */
        INCOMPLETE,
        /** Of a newer release. */
        UNKNOWN_ACTION,
        /** The alert has had as many actions as one can hold. */
        TOO_LARGE
    }
}
