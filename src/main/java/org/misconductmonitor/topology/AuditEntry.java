package org.misconductmonitor.topology;

import java.time.Instant;

/**
 * One line of the log of operations (DPA 2018 s.62): ids and counts, never content.
 *
 * @param entryId identity
 * @param operation which of the six
 * @param at wall clock
 * @param actor who did it, or null
 * @param tenantId the body whose data it was
 * @param officerId pseudonym of the person whose record it was, or null
 * @param resource what was touched, such as record
 * @param records how many
 * @param justification code of the reason, or null
 */
public record AuditEntry(
        String entryId,
        Operation operation,
        Instant at,
        String actor,
        String tenantId,
        String officerId,
        String resource,
        int records,
        String justification) {
    /** The operations that are logged. */
    public enum Operation {
        COLLECTION,
        ALTERATION,
        CONSULTATION,
        DISCLOSURE,
        COMBINATION,
        ERASURE
    }
}
