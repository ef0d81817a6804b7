package org.misconductmonitor.query;

import java.util.List;

/** What only the owner of the topology knows of how it is. Asking never waits for the cluster. */
public interface InstanceHealth {
    /** What keeps this instance from its work, in words; empty when it is ready. */
    List<String> hindrances();

    /** Native memory of all stores of this process: blocks, indexes, filters and write buffers, bytes. */
    long storeBytes();
}
