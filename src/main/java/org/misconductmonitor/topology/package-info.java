/**
 * The Kafka Streams topology: names, topics, stores, conversions, one small processor per step. What is decided about
 * people is decided in the engine; nothing here knows a rule.
 */
package org.misconductmonitor.topology;
