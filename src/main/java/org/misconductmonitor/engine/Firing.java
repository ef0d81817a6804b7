package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;

/**
 * A level reached.
 *
 * @param levelIndex position of the level in its rule, from 0
 * @param level its name
 * @param threshold the count it asks for
 * @param firedAt business time in the rule's basis; of a deadline the time it fell due
 * @param count what was counted
 * @param windowStart start of what it looks back on, exclusive for windows
 * @param windowEnd end of it, inclusive
 * @param evidence keys of every fact that made it, in order; the last one is the trigger
 * @param dueBy the deadline that was missed, or null
 * @param part which of several firings of the level at one trigger, or null where there is but one
 */
public record Firing(
        int levelIndex,
        String level,
        int threshold,
        Instant firedAt,
        int count,
        Instant windowStart,
        Instant windowEnd,
        List<String> evidence,
        Instant dueBy,
        String part) {
    /** Key of the fact at which it fired. */
    String trigger() {
        return evidence.get(evidence.size() - 1);
    }

    /** What tells it from the other firings of its rule and subject. */
    String identity() {
        return identity(level, eventId(trigger()), part);
    }

    static String identity(String level, String triggerEventId, String part) {
        return level + '\n' + triggerEventId + '\n' + (part == null ? "" : part);
    }

    static String eventId(String factKey) {
        int end = factKey.indexOf('\n');
        return end < 0 ? factKey : factKey.substring(0, end);
    }
}
