package org.misconductmonitor.topology;

/** Sizes that keep every record the monitor writes below what brokers take. */
final class Limits {
    /** Facts of one subject and month, bytes: room is left below the limit of the changelog. */
    static final int MAX_STORED_BYTES = TopicCatalog.MAX_OUTPUT_BYTES - 64 * 1024;

    private Limits() {}
}
