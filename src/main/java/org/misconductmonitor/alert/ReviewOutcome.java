package org.misconductmonitor.alert;

/**
 * What became of an action.
 *
 * @param actionId the action
 * @param alertId the alert it was about
 * @param result whether it was taken
 * @param refusal why not, or null
 * @param revision of the alert now; 0 if there is no such alert
 * @param state of the alert now, or null
 */
public record ReviewOutcome(
        String actionId, String alertId, Result result, Refusal refusal, int revision, LifeState state) {
    public enum Result {
        APPLIED,
        REFUSED,
        /** The same action was judged before, and that stays as it was. */
        DUPLICATE
    }
}
