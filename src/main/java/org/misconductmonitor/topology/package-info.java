/** What runs on Kafka: names, topics, stores, serdes, processors and how they are joined. */
package org.misconductmonitor.topology;
