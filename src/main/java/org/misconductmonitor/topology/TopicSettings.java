package org.misconductmonitor.topology;

import java.util.Objects;

/**
 * What an operator may choose about the topics.
 *
 * @param prefix what every name starts with
 * @param partitions of every topic; those that meet in a task must have the same number
 * @param replicationFactor copies of each partition; {@link #BROKER_DEFAULT} leaves it to the cluster
 */
public record TopicSettings(String prefix, int partitions, short replicationFactor) {
    public static final short BROKER_DEFAULT = -1;
    public static final TopicSettings DEFAULT = new TopicSettings("misconduct.", 6, BROKER_DEFAULT);

    public TopicSettings {
        Objects.requireNonNull(prefix, "prefix");
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, not " + partitions);
        }
        if (replicationFactor < 1 && replicationFactor != BROKER_DEFAULT) {
            throw new IllegalArgumentException(
                    "replicationFactor must be at least 1, or -1 for the default of the cluster, not "
                            + replicationFactor);
        }
    }
}
