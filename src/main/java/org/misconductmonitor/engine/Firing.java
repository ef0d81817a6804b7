package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;

/**
 * A level reached.
 *
 * @param levelIndex position of the level in its rule, from 0
 * @param level its name
 * @param threshold the count it asks for
 * @param firedAt business time in the rule's basis
 * @param count what was counted
 * @param windowStart start of the window, exclusive
 * @param windowEnd end of the window, inclusive
 * @param evidence keys of every fact that made it, in order; the last one is the trigger
 */
public record Firing(
        int levelIndex,
        String level,
        int threshold,
        Instant firedAt,
        int count,
        Instant windowStart,
        Instant windowEnd,
        List<String> evidence) {
    /** Key of the fact at which it fired. */
    String trigger() {
        return evidence.get(evidence.size() - 1);
    }
}
