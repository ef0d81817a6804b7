package org.misconductmonitor.rule;

import java.time.Instant;
import java.util.Objects;

/**
 * A declarative statement of what must raise an alert, in one version.
 *
 * @param id stable name of the rule, such as {@code repeat-any}
 * @param version content hash of the rule; travels in every alert
 * @param title short name for people
 * @param description longer explanation, or null
 * @param status whether its alerts are notified
 * @param owner who answers for the rule, or null
 * @param source the law, report or recommendation that asks for it, or null
 * @param validFrom business time from which the rule raises alerts, inclusive; null: always did
 * @param validUntil business time until which it does, exclusive; null: for ever. Facts outside still count in windows
 * @param where which facts the rule looks at
 * @param condition what must hold of them
 */
public record Rule(
        String id,
        String version,
        String title,
        String description,
        Status status,
        String owner,
        String source,
        Instant validFrom,
        Instant validUntil,
        Filter where,
        Condition condition) {

    /** Whether alerts of the rule are notified. */
    public enum Status {
        LIVE,
        /** Evaluated and recorded, never notified. */
        SHADOW
    }

    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(condition, "condition");
    }

    /** Whether the rule raises alerts at that business time. */
    public boolean inForceAt(Instant at) {
        return (validFrom == null || !at.isBefore(validFrom)) && (validUntil == null || at.isBefore(validUntil));
    }
}
