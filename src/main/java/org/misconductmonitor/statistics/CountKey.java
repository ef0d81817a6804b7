package org.misconductmonitor.statistics;

import java.util.Objects;

/**
 * What one published count is of. It names no person, case or allegation.
 *
 * @param tenantId the body whose data it is
 * @param measure what is counted, such as {@code cases}
 * @param force null: all forces
 * @param period the year, such as 2013
 * @param category null: all; otherwise its group is told too
 * @param group null: all
 * @param outcome null: all
 */
public record CountKey(
        String tenantId, String measure, String force, String period, String category, String group, String outcome) {
    public CountKey {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(period, "period");
    }
}
