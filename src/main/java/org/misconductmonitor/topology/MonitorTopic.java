package org.misconductmonitor.topology;

import java.util.Optional;

/** Every topic of the monitor, whatever its name is on a given cluster. */
public enum MonitorTopic {
    /** Life of allegations and cases. */
    ALLEGATIONS("allegations", Kind.INPUT, "allegation-event", "oversight systems", "life of allegations and cases"),
    /** Clearances, database hits, declarations and reviews. */
    VETTING(
            "vetting",
            Kind.INPUT,
            "vetting-event",
            "vetting units",
            "clearances, database hits, declarations, reviews"),
    /** Employment, postings, measures and aliases. */
    WORKFORCE("workforce", Kind.INPUT, "workforce-event", "HR", "employment, postings, measures, aliases, counts"),
    /** Hotline and whistle-blower reports. */
    REPORTS("reports", Kind.INPUT, "report-event", "hotlines", "hotline and whistle-blower reports"),
    /** Rule versions, the latest of each rule. */
    RULES("rules", Kind.BROADCAST, "rule-version", "analysts", "the latest version of every rule"),
    /** What reviewers did with alerts. */
    REVIEWS("reviews", Kind.INPUT, "review-action", "the monitor's API", "what reviewers did with alerts"),
    /** What became of each of those actions. */
    REVIEW_OUTCOMES(
            "reviews.outcomes", Kind.OUTPUT, "review-outcome", "the monitor", "what became of each reviewer's action"),
    /** Facts on their way from one officer's key to another's. */
    HANDOVERS("handovers", Kind.SHARED, "handover", "the monitor", "facts reassigned or re-keyed to another officer"),
    /** What facts are to the rules on whole tenants. */
    CONTRIBUTIONS(
            "contributions",
            Kind.SHARED,
            "contribution",
            "the monitor",
            "facts as the rules on whole tenants see them"),
    /** Every revision of every alert. */
    ALERTS("alerts", Kind.SHARED, "alert", "the monitor", "every revision of every alert"),
    /** The latest revision of every alert. */
    STANDING_ALERTS("alerts.standing", Kind.TABLE, "alert", "the monitor", "the latest revision of every alert"),
    /** Published counts: exact, without covert facts, the latest of each. */
    STATISTICS("statistics", Kind.TABLE, "statistic", "the monitor", "published counts"),
    /** What could not be processed, in its original bytes: it has no schema of its own. */
    DEAD_LETTERS(
            "dead-letters", Kind.OUTPUT, null, "the monitor", "what could not be processed, whole, with the reason"),
    /** Who looked at, was sent, or changed what. */
    AUDIT("audit", Kind.OUTPUT, "audit-entry", "the monitor", "who looked at, was sent, or changed what");

    /** What a topic is to the topology, which decides its settings. */
    public enum Kind {
        /** Written by others, kept for ever, partitioned like every other topic that meets it in a task. */
        INPUT(true, false, false),
        /** Written by others, compacted, and partitioned like the inputs because every partition gets every rule. */
        BROADCAST(true, true, false),
        /** Written by the monitor and read by it again beside the inputs. */
        SHARED(true, false, true),
        /** Written by the monitor and compacted. */
        TABLE(false, true, true),
        /** Written by the monitor. */
        OUTPUT(false, false, true);

        private final boolean coPartitioned;
        private final boolean compacted;
        private final boolean writtenByMonitor;

        Kind(boolean coPartitioned, boolean compacted, boolean writtenByMonitor) {
            this.coPartitioned = coPartitioned;
            this.compacted = compacted;
            this.writtenByMonitor = writtenByMonitor;
        }

        /** Whether its partition count must equal that of all other such topics. */
        public boolean coPartitioned() {
            return coPartitioned;
        }

        public boolean compacted() {
            return compacted;
        }

        public boolean writtenByMonitor() {
            return writtenByMonitor;
        }
    }

    private final String suffix;
    private final Kind kind;
    private final String schema;
    private final String writer;
    private final String purpose;

    MonitorTopic(String suffix, Kind kind, String schema, String writer, String purpose) {
        this.suffix = suffix;
        this.kind = kind;
        this.schema = schema;
        this.writer = writer;
        this.purpose = purpose;
    }

    /** What follows the prefix in the name on the cluster. */
    public String suffix() {
        return suffix;
    }

    public Kind kind() {
        return kind;
    }

    /** Class path resource of the Avro schema of its values. */
    public Optional<String> schemaResource() {
        return Optional.ofNullable(schema).map(file -> "schemas/" + file + ".avsc");
    }

    public String writer() {
        return writer;
    }

    public String purpose() {
        return purpose;
    }
}
