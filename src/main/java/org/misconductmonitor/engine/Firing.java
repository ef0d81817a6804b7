package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Subject;

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
 * @param about what it is about where that is not whose facts they are, or null
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
        String part,
        About about) {
    /** About whom the facts are. */
    Firing(
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
        this(levelIndex, level, threshold, firedAt, count, windowStart, windowEnd, evidence, dueBy, part, null);
    }

    /** The same, about something else. */
    Firing about(About other) {
        return new Firing(
                levelIndex, level, threshold, firedAt, count, windowStart, windowEnd, evidence, dueBy, part, other);
    }

    /** @return what it is about, or null: whose facts they are */
    Subject subject() {
        return about == null ? null : about.subject();
    }

    /** Key of the fact at which it fired. */
    String trigger() {
        return evidence.get(evidence.size() - 1);
    }

    /** What tells it from the other firings of its rule from these facts. */
    String identity() {
        return identity(level, eventId(trigger()), part, subject());
    }

    /** @param subject what it is about, or null: whose facts they are */
    static String identity(String level, String triggerEventId, String part, Subject subject) {
        return level
                + '\n'
                + triggerEventId
                + '\n'
                + (part == null ? "" : part)
                + (subject == null ? "" : '\n' + subject.storeKey());
    }

    static String eventId(String factKey) {
        int end = factKey.indexOf('\n');
        return end < 0 ? factKey : factKey.substring(0, end);
    }
}
