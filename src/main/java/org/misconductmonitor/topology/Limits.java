package org.misconductmonitor.topology;

/** Sizes that keep every record the monitor writes below what brokers take. */
final class Limits {
    /** Facts of one subject and month, bytes: room is left below the limit of the changelog. */
    static final int MAX_STORED_BYTES = TopicCatalog.MAX_OUTPUT_BYTES - 64 * 1024;

    /**
     * An alert as computed, bytes: it must still fit when reviewers have added as much as they may, and the cases it was
     * closed with.
     */
    static final int MAX_ALERT_BYTES = MAX_STORED_BYTES / 2;

    private Limits() {}
}
