/** Events, what they mean, and the checks they pass on arrival. Pure: no Kafka, no HTTP, no clock. */
package org.misconductmonitor.event;
