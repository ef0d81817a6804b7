package org.misconductmonitor.engine;

import java.util.HashSet;
import java.util.Set;

/** What one rule on a tenant has said since its start, and whether that still has to be compared. */
final class Standpoint {
    private final Evaluator evaluator;
    private Account account = new Account();
    private Account unsaid = new Account();
    private final Set<String> evidence = new HashSet<>();
    private boolean stale;
    private boolean unsure;
    private String reason;

    Standpoint(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Whether it must start again before it can say anything. */
    boolean isStale() {
        return stale;
    }

    /** Whether all that it has said must be compared to all that was published. */
    boolean isUnsure() {
        return stale || unsure;
    }

    /** Whether the fact is evidence of anything it has said. */
    boolean rests(String key) {
        return evidence.contains(key);
    }

    void becomeStale() {
        stale = true;
    }

    void becomeUnsure() {
        unsure = true;
    }

    /** Takes note of why the last fact that the rule looks at has changed. */
    void note(String why) {
        reason = why;
    }

    /** @return why the last fact has changed that the rule looks at, or what is given if none has */
    String reason(String otherwise) {
        return reason == null ? otherwise : reason;
    }

    /** What it has said since it was last settled. */
    Account unsaid() {
        return unsaid;
    }

    /** What it has said since its start. */
    Account account() {
        return account;
    }

    /** It goes on from where it was. */
    void goOn(Account since) {
        if (!since.isEmpty()) {
            account.add(since);
            unsaid.add(since);
            since.firings().forEach(firing -> evidence.addAll(firing.evidence()));
        }
    }

    /** It has started again. */
    void startAgain(Account whole) {
        account = whole;
        evidence.clear();
        whole.firings().forEach(firing -> evidence.addAll(firing.evidence()));
        stale = false;
        unsure = true;
    }

    void settled() {
        unsaid = new Account();
        unsure = false;
        reason = null;
    }
}
