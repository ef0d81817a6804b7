/**
 * Alerts, and their life at reviewers: {@link org.misconductmonitor.alert.AlertLives}. Pure: no Kafka, no HTTP, no clock.
 *
 * <h2>Alerts that nobody looks after</h2>
 *
 * Of the rule on feeds and ignored alerts these parts live here, as {@link org.misconductmonitor.alert.Escalation}, because
 * they are about an alert's life and not about a record:
 *
 * <ul>
 *   <li>not acknowledged in five working days: AMBER; in ten: RED ({@link org.misconductmonitor.alert.ReviewPolicy});
 *   <li>closed without a reason: cannot happen, {@link org.misconductmonitor.alert.ReviewChecks} refuses it;
 *   <li>a rule closed three times as a false positive for one subject: AMBER at the third. Over all subjects no task sees
 *       them all: that is for whoever counts the alerts closed as FALSE_POSITIVE by rule.
 * </ul>
 *
 * A publisher that is silent is no matter of alerts.
 */
package org.misconductmonitor.alert;
