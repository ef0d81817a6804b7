/** Alerts, and their life at reviewers: {@link org.misconductmonitor.alert.AlertLives}. Pure: no Kafka, no HTTP, no clock. */
package org.misconductmonitor.alert;
