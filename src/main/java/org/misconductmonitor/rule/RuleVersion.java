package org.misconductmonitor.rule;

import java.time.Instant;
import java.util.Objects;

/**
 * A version of a rule as an analyst published it.
 *
 * @param ruleId the rule
 * @param version content hash of the rule
 * @param status what is asked for
 * @param yaml the rule, whole, as its file has it; empty where the rule is retired
 * @param publishedBy pseudonym of the analyst, or null
 * @param publishedAt wall clock
 * @param comment why it changed, or null
 */
public record RuleVersion(
        String ruleId,
        String version,
        Status status,
        String yaml,
        String publishedBy,
        Instant publishedAt,
        String comment) {

    /** What is to become of the rule. */
    public enum Status {
        LIVE,
        SHADOW,
        /** It raises no alerts any more, and those that stand are withdrawn. */
        RETIRED
    }

    public RuleVersion {
        Objects.requireNonNull(ruleId, "ruleId");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(yaml, "yaml");
        Objects.requireNonNull(publishedAt, "publishedAt");
    }

    public boolean isRetired() {
        return status == Status.RETIRED;
    }
}
