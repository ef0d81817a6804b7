package org.misconductmonitor.platform;

import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.TopicSettings;

/**
 * What the configuration says about topics.
 *
 * @param prefix what every name starts with
 * @param partitions of every topic
 * @param replicationFactor copies of each partition; -1 leaves it to the cluster
 */
public record TopicsConfig(String prefix, int partitions, int replicationFactor) {
    /** The catalogue of topics with these settings. */
    public TopicCatalog catalog() {
        return new TopicCatalog(new TopicSettings(prefix, partitions, (short) replicationFactor));
    }
}
