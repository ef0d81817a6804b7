package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which lines of the log of operations are asked for. An empty set and null ask for nothing in particular.
 *
 * @param officers whose record it was
 * @param callers who did it, or to whom it was told
 * @param operations of the six
 * @param from at this time or later, or null
 * @param to before this time, or null
 * @param tenants whether the data of that body may be told of
 */
public record AuditFilter(
        Set<String> officers,
        Set<String> callers,
        Set<AuditEntry.Operation> operations,
        Instant from,
        Instant to,
        Predicate<String> tenants) {

    boolean accepts(AuditEntry entry) {
        return tenants.test(entry.tenantId())
                && asked(officers, entry.officerId())
                && (asked(callers, entry.actor()) || asked(callers, entry.recipient()))
                && asked(operations, entry.operation())
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }

    private static <T> boolean asked(Set<T> values, T value) {
        return values.isEmpty() || value != null && values.contains(value);
    }
}
