package org.misconductmonitor.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a monitor must say of one alert that stands; ids and revisions of alerts are no part of it.
 *
 * @param ruleId the rule
 * @param subjectId the officer, or the tenant for facts about no one person
 * @param level name of the level
 * @param levelIndex position of the level, from 0
 * @param firedAt time of the fact that reached it, in the basis of the rule
 * @param count what was counted then
 * @param windowStart exclusive
 * @param windowEnd inclusive
 * @param evidence every matching fact in the window, in order; the last one fired it
 */
public record StandingAlert(
        String ruleId,
        String subjectId,
        String level,
        int levelIndex,
        Instant firedAt,
        int count,
        Instant windowStart,
        Instant windowEnd,
        List<ReferenceEvidence> evidence) {

    /** The order of eventIds: bytes of UTF-8, unsigned. */
    public static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** By rule, subject, firing time, level and trigger. */
    public static final Comparator<StandingAlert> ORDER = Comparator.comparing(StandingAlert::ruleId, BYTES)
            .thenComparing(StandingAlert::subjectId, BYTES)
            .thenComparing(StandingAlert::firedAt)
            .thenComparingInt(StandingAlert::levelIndex)
            .thenComparing(StandingAlert::triggerEventId, BYTES);

    public StandingAlert {
        evidence = List.copyOf(evidence);
    }

    /** The fact at which it fired. */
    public String triggerEventId() {
        return evidence.get(evidence.size() - 1).eventId();
    }
}
