/** Alerts and their life. Pure: no Kafka, no HTTP, no clock. */
package org.misconductmonitor.alert;
