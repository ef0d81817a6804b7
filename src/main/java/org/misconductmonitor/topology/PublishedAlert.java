package org.misconductmonitor.topology;

import java.time.Instant;
import org.misconductmonitor.alert.Alert;

/**
 * A revision of an alert with where it is in its topic.
 *
 * @param partition of the topic
 * @param offset in the partition
 * @param publishedAt ingestion time of the record
 */
public record PublishedAlert(int partition, long offset, Instant publishedAt, Alert alert) {}
