package org.misconductmonitor.topology;

import java.util.Map;

/**
 * A topic as it is on a cluster.
 *
 * @param partitions how many it has
 * @param config effective values, with those that come from the broker
 * @param empty no partition holds a record
 */
public record TopicState(String name, int partitions, Map<String, String> config, boolean empty) {
    public TopicState {
        config = Map.copyOf(config);
    }
}
