package org.misconductmonitor.statistics;

import java.time.Instant;

/**
 * A table that is published again and again.
 *
 * @param id its name on the command line and in addresses
 * @param title what stands above it
 * @param counts what it counts, in plain words
 * @param source the report or answer that tells the figure, or asks for it
 * @param question the query, as of no particular date
 */
public record PublishedTable(String id, String title, String counts, String source, Query question) {
    /** @param asOf what was known then, inclusive */
    public Query query(Instant asOf) {
        return question.asOf(asOf);
    }
}
