package org.misconductmonitor.platform;

/**
 * What the configuration says about Kafka Streams.
 *
 * @param threads on this instance
 * @param commitIntervalMs how often a transaction ends, and so how long an alert waits at most
 * @param standbyReplicas copies of the state on other instances
 * @param groupProtocol {@code classic} or {@code streams}
 * @param cacheBytes record caches of all threads together
 * @param rocksDbBytes native memory of all stores together: block cache and write buffers
 * @param leastFreeBytes room in the directory of the stores below which the instance calls itself not ready
 * @param cachedFacts facts that each task keeps decoded in memory; others are read from the store when they are needed
 */
public record StreamsConfiguration(
        int threads,
        int commitIntervalMs,
        int standbyReplicas,
        String groupProtocol,
        long cacheBytes,
        long rocksDbBytes,
        long leastFreeBytes,
        int cachedFacts) {}
