package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.misconductmonitor.event.Subject;

/**
 * Finds subjects whose alerts were computed with other rules, and has them judged again: all of them bit by bit, and each
 * at the latest before anything else happens to it.
 */
final class RuleChange {
    private static final Duration BUDGET = Duration.ofMillis(25);
    private static final int BATCH = 64;

    private final OfficerStore store;
    private final String version;
    private final BiConsumer<Subject, Instant> judge;
    private String searched;

    /**
     * @param version of the rules in force
     * @param judge compares all rules to all that stands of a subject
     */
    RuleChange(OfficerStore store, String version, BiConsumer<Subject, Instant> judge) {
        this.store = store;
        this.version = version;
        this.judge = judge;
    }

    /**
     * Judges one subject by the rules in force, if that has not been done.
     *
     * @return whether anything is stored of the subject
     */
    boolean apply(Subject subject, Instant asOf) {
        String rules = store.rulesOf(subject);
        if (!version.equals(rules)) {
            if (rules != null) {
                judge.accept(subject, asOf);
            }
            store.putRulesOf(subject, version);
        }
        return rules != null;
    }

    /**
     * Goes on with the search for a short while.
     *
     * @return whether nobody is left
     */
    boolean search(Instant asOf) {
        long deadline = System.nanoTime() + BUDGET.toNanos();
        while (System.nanoTime() < deadline) {
            OfficerStore.Outdated part = store.outdated(searched, version, BATCH);
            part.subjects().forEach(subject -> apply(subject, asOf));
            searched = part.last();
            if (part.complete()) {
                return true;
            }
        }
        return false;
    }
}
