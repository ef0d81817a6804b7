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

    /** Begins what stands for a separator in a text of others, such as the name of a unit, and for itself. */
    private static final String ESCAPE = "\u0001";

    private static final String ESCAPED_ESCAPE = ESCAPE + "1";
    private static final String ESCAPED_SEPARATOR = ESCAPE + "0";

    static LivesKey of(Subject home, Alert alert) {
        return new LivesKey(home, alert.rule().id(), alert.subject());
    }

    String storeKey() {
        return String.join(SEPARATOR, home.storeKey(), ruleId, escaped(subject.storeKey()));
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
        return new LivesKey(Subject.ofStoreKey(parts[0]), parts[1], Subject.ofStoreKey(unescaped(parts[2])));
    }

    private static String escaped(String text) {
        return text.replace(ESCAPE, ESCAPED_ESCAPE).replace(SEPARATOR, ESCAPED_SEPARATOR);
    }

    private static String unescaped(String text) {
        return text.replace(ESCAPED_SEPARATOR, SEPARATOR).replace(ESCAPED_ESCAPE, ESCAPE);
    }
}
