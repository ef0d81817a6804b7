package org.misconductmonitor.topology;

import org.misconductmonitor.event.Subject;

/**
 * Whose lives are kept together: they mute each other.
 *
 * @param subject under which the alerts are computed
 * @param ruleId the rule
 */
record LivesKey(Subject subject, String ruleId) {
    private static final char SEPARATOR = '\u0000';

    String storeKey() {
        return subject.storeKey() + SEPARATOR + ruleId;
    }

    /** Where one of them is stored. */
    String storeKey(String alertId) {
        return storeKey() + SEPARATOR + alertId;
    }

    /** What the places of all alerts of a subject begin with. */
    static String prefix(Subject subject) {
        return subject.storeKey() + SEPARATOR;
    }

    /** Reads {@link #storeKey()} or {@link #storeKey(String)} back. */
    static LivesKey ofStoreKey(String key) {
        int end = key.indexOf(SEPARATOR);
        int next = key.indexOf(SEPARATOR, end + 1);
        return new LivesKey(
                Subject.ofStoreKey(key.substring(0, end)), key.substring(end + 1, next < 0 ? key.length() : next));
    }
}
