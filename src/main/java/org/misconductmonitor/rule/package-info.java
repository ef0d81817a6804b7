/** Rules as data: the model, the YAML files, their checks and their own tests. Pure: no Kafka, no HTTP, no clock. */
package org.misconductmonitor.rule;
