package org.misconductmonitor.platform;

/**
 * What the configuration says about topics.
 *
 * @param prefix what every name starts with
 * @param partitions of every topic
 * @param replicationFactor copies of each partition; -1 leaves it to the cluster
 */
public record TopicsConfig(String prefix, int partitions, int replicationFactor) {}
