package org.misconductmonitor.engine;

import java.time.Instant;

/**
 * Why standing alerts are looked at again.
 *
 * @param asOf time of the newest fact known: ingestion time live, business time in replay
 * @param reason in words, for alerts that change or go
 */
public record Cause(Instant asOf, String reason) {}
