package org.misconductmonitor.topology;

/**
 * Names of every node and store. They are part of the stored state: a changed name orphans a changelog, so none may
 * change between releases.
 */
public final class Names {
    public static final String EVENTS_SOURCE = "events-source";
    public static final String HANDOVERS_SOURCE = "handovers-source";
    public static final String RULES_SOURCE = "rules-source";
    public static final String RULE_GATE = "rule-gate";
    public static final String GATE = "gate";
    public static final String ARRIVALS = "arrivals";
    public static final String OFFICERS = "officers";
    public static final String CONTRIBUTIONS_SOURCE = "contributions-source";
    public static final String CONTRIBUTIONS = "contributions";
    public static final String TENANTS = "tenants";
    public static final String CONTRIBUTIONS_SINK = "contributions-sink";
    public static final String REVIEWS_SOURCE = "reviews-source";
    public static final String REVIEW_GATE = "review-gate";
    public static final String ALERT_LIVES = "alert-lives";
    public static final String REVIEW_OUTCOMES_SINK = "review-outcomes-sink";
    public static final String ALERTS_SINK = "alerts-sink";
    public static final String STANDING_ALERTS_SINK = "standing-alerts-sink";
    public static final String HANDOVERS_SINK = "handovers-sink";
    public static final String DEAD_LETTERS_SINK = "dead-letters-sink";
    public static final String AUDIT_SINK = "audit-sink";

    /** Facts: subject x calendar month. */
    public static final String OFFICER_EVENTS = "officer-events";
    /** Subjects, and how far the monitor has come with each: rules, time, when to look again. */
    public static final String OFFICER_SNAPSHOT = "officer-snapshot";
    /** Latest transition of each alert as it was computed, by subject. */
    public static final String STANDING_ALERTS = "standing-alerts";
    /** Latest revision of each alert as readers see it, by home, rule and subject. */
    public static final String ALERT_LIVES_STORE = "alert-lives";
    /** When to look at which lives of alerts again, in order of time. */
    public static final String LIFE_TIMES = "life-times";
    /** How many alerts of each rule were told within the hour, and since when lives are kept. */
    public static final String LIFE_NOTES = "life-notes";
    /** When to look at which subject again, in order of time. */
    public static final String DUE_TIMES = "due-times";
    /** What every record contributes to the rules on its tenant, one entry a fact. */
    public static final String TENANT_FACTS = "tenant-facts";
    /** Tenants, and how far the monitor has come with each. */
    public static final String TENANT_SNAPSHOT = "tenant-snapshot";
    /** Latest revision of each alert that the population of a tenant raised. */
    public static final String TENANT_ALERTS = "tenant-alerts";
    /** When to look at which tenant again. */
    public static final String TENANT_DUE_TIMES = "tenant-due-times";
    /** Rules that were published: the text of the latest version of each, nothing where it is retired. */
    public static final String RULES = "rules";
    /** How many records were read, and what became of them. */
    public static final String ACCOUNTING = "accounting";

    private Names() {}
}
