package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One line of the log of operations (DPA 2018 s.62): ids and counts, never content.
 *
 * @param entryId identity
 * @param operation which of the six
 * @param at wall clock
 * @param actor who did it, or null
 * @param recipient DISCLOSURE: to whom; or null
 * @param tenantId the body whose data it was, or {@link #UNKNOWN_TENANT}
 * @param officerId pseudonym of the person whose record it was, or null
 * @param resource what was touched, such as record
 * @param resourceId which one, or null
 * @param records how many
 * @param justification a code or a reference of whoever did it, never their own words; or null
 * @param request id of the operation of the API, or null
 * @param roles that whoever did it had
 * @param outcome what came of it, or null: it was done
 */
public record AuditEntry(
        String entryId,
        Operation operation,
        Instant at,
        String actor,
        String recipient,
        String tenantId,
        String officerId,
        String resource,
        String resourceId,
        int records,
        String justification,
        String request,
        List<String> roles,
        Outcome outcome) {
    /** Of what was refused, or is about nobody in particular. */
    public static final String UNKNOWN_TENANT = "unknown";

    public AuditEntry {
        Objects.requireNonNull(tenantId, "tenantId");
        roles = List.copyOf(roles);
    }

    /** Of what a command did. */
    public AuditEntry(
            String entryId,
            Operation operation,
            Instant at,
            String actor,
            String tenantId,
            String officerId,
            String resource,
            int records,
            String justification) {
        this(
                entryId,
                operation,
                at,
                actor,
                null,
                tenantId,
                officerId,
                resource,
                null,
                records,
                justification,
                null,
                List.of(),
                null);
    }

    /** The operations that are logged. */
    public enum Operation {
        COLLECTION,
        ALTERATION,
        CONSULTATION,
        DISCLOSURE,
        COMBINATION,
        ERASURE
    }

    /** What came of it. */
    public enum Outcome {
        /** It was told. */
        ANSWERED,
        /** It was about to be done: the topic of what is done says what became of it. */
        ASKED,
        /** Whoever asked may not. */
        FORBIDDEN,
        /** There is no such thing, or whoever asked may not know of it. */
        NOT_FOUND
    }
}
