package org.misconductmonitor.reference;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Level;

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
 * @param evidence every fact that made it, in order; the last one is the trigger
 * @param dueBy the deadline that was missed, or null
 * @param part which of several at one trigger, or null
 * @param endedAt when the situation ended by itself, or null; it stands only until then
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
        List<ReferenceEvidence> evidence,
        Instant dueBy,
        String part,
        Instant endedAt) {

    /** The order of eventIds: bytes of UTF-8, unsigned. */
    public static final Comparator<String> BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    /** By rule, subject, firing time, level and trigger. */
    public static final Comparator<StandingAlert> ORDER = Comparator.comparing(StandingAlert::ruleId, BYTES)
            .thenComparing(StandingAlert::subjectId, BYTES)
            .thenComparing(StandingAlert::firedAt)
            .thenComparingInt(StandingAlert::levelIndex)
            .thenComparing(StandingAlert::triggerEventId, BYTES)
            .thenComparing(alert -> String.valueOf(alert.part()), BYTES);

    public StandingAlert {
        evidence = List.copyOf(evidence);
    }

    /** Fired by the last of the facts, for a level with a count. */
    static StandingAlert of(
            ReferenceFacts facts, List<Level> levels, int level, int count, Instant since, List<Seen> evidence) {
        Instant at = evidence.get(evidence.size() - 1).at();
        return new StandingAlert(
                facts.rule().id(),
                facts.subjectId(),
                levels.get(level).name(),
                level,
                at,
                count,
                since,
                at,
                facts.evidence(evidence, at),
                null,
                null,
                null);
    }

    /** The same, ended then. */
    StandingAlert endedAt(Instant end) {
        return new StandingAlert(
                ruleId,
                subjectId,
                level,
                levelIndex,
                firedAt,
                count,
                windowStart,
                windowEnd,
                evidence,
                dueBy,
                part,
                end);
    }

    /** The fact at which it fired. */
    public String triggerEventId() {
        return evidence.get(evidence.size() - 1).eventId();
    }
}
