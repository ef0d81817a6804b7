package org.misconductmonitor.hostile;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.misconductmonitor.topology.MonitorTopic;

/**
 * Something that nobody should publish, or that only looks so.
 *
 * @param name what it is; no two have the same
 * @param topic where it is published
 * @param key may be null
 * @param value may be null
 * @param expected what is to become of it
 */
public record HostileRecord(
        String name, MonitorTopic topic, byte[] key, byte[] value, List<Header> headers, Expected expected) {
    @Override
    public String toString() {
        return name + " in " + topic;
    }
}
