package org.misconductmonitor.topology;

import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;

/**
 * Whose lives are kept together: they mute each other.
 *
 * @param home under which the alerts are computed: the key of everything about them
 * @param ruleId the rule
 * @param subject whom they are about
 */
record LivesKey(Subject home, String ruleId, Subject subject) {
    private static final String SEPARATOR = "\u0000";

    static LivesKey of(Subject home, Alert alert) {
        return new LivesKey(home, alert.rule().id(), alert.subject());
    }

    String storeKey() {
        return String.join(SEPARATOR, home.storeKey(), ruleId, subject.storeKey());
    }

    /** Where one of them is stored. */
    String storeKey(String alertId) {
        return storeKey() + SEPARATOR + alertId;
    }

    /** What the places of all alerts of a home begin with. */
    static String prefix(Subject home) {
        return home.storeKey() + SEPARATOR;
    }

    /** Reads {@link #storeKey()} or {@link #storeKey(String)} back. */
    static LivesKey ofStoreKey(String key) {
        String[] parts = key.split(SEPARATOR, -1);
        return new LivesKey(Subject.ofStoreKey(parts[0]), parts[1], Subject.ofStoreKey(parts[2]));
    }
}
