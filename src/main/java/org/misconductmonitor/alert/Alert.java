package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Subject;

/**
 * One revision of one alert: a rule's level reached by a subject, with its evidence.
 *
 * @param alertId deterministic identity, kept through every revision
 * @param revision number of this transition, from 1: while it is computed the number among those of the facts, once it is
 *     published the number among all that readers see
 * @param transition what changed
 * @param rule the rule in the version that raised it
 * @param level name of the level
 * @param levelIndex position of the level in its rule, from 0
 * @param tenantId the body whose data it is
 * @param subject the officer it is about, or what else, such as a unit
 * @param firedAt business time, in the time basis of the rule, at which the level was reached
 * @param asOf time of the newest fact known when this revision was made
 * @param count what was counted when the level was reached
 * @param threshold the count the level asks for
 * @param windowStart start of the window, exclusive; of one of whole days inclusive
 * @param windowEnd end of the window, inclusive; of one of whole days exclusive
 * @param evidence every fact that made it, in order
 * @param explanation one plain sentence
 * @param peers whom the subject was compared with, or null
 * @param dueBy the deadline that was missed, or null
 * @param handling the strictest handling of its evidence
 * @param reason why it was updated, withdrawn or resolved, or null
 * @param part which of several alerts of the level at one trigger it is, such as the value of a group, or null
 * @param endedAt business time at which the situation ended by itself, or null
 * @param life what reviewers and time have made of it
 * @param notice why this revision was published, and who is to be told
 */
public record Alert(
        String alertId,
        int revision,
        Transition transition,
        RuleRef rule,
        String level,
        int levelIndex,
        String tenantId,
        Subject subject,
        Instant firedAt,
        Instant asOf,
        int count,
        int threshold,
        Instant windowStart,
        Instant windowEnd,
        List<Evidence> evidence,
        String explanation,
        Peers peers,
        Instant dueBy,
        Handling handling,
        String reason,
        String part,
        Instant endedAt,
        Life life,
        Notice notice) {

    public Alert {
        evidence = List.copyOf(evidence);
    }

    /** The forces it comes from: those of the evidence that is its tenant's own. */
    public Set<String> forces() {
        return evidence.stream()
                .filter(fact -> fact.tenantId() == null)
                .map(Evidence::force)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a revision says of an alert. */
    public enum Transition {
        /** It stands now. */
        RAISED,
        /** It still stands, but its count, evidence, firing time or deadline changed. */
        UPDATED,
        /** It no longer stands because a fact or rule changed. */
        WITHDRAWN,
        /** The situation it reports has ended by itself. */
        RESOLVED
    }

    /**
     * The rule that raised it.
     *
     * @param id the rule
     * @param version its content hash
     * @param title its title in that version
     * @param shadow true when its alerts are recorded but never notified
     */
    public record RuleRef(String id, String version, String title, boolean shadow) {}

    /** Whether it stands. */
    public boolean stands() {
        return transition == Transition.RAISED || transition == Transition.UPDATED;
    }

    /** Whether its facts were erased: nothing is left of it but that. */
    public boolean isForgotten() {
        return transition == Transition.WITHDRAWN && evidence.isEmpty();
    }

    /** The identity of a forgotten alert, to be stored: it says no more what the alert was about. */
    public Alert identity() {
        return new Alert(
                alertId,
                revision,
                transition,
                new RuleRef("", "", "", false),
                "",
                0,
                tenantId,
                Subject.ofTenant(tenantId),
                asOf,
                asOf,
                0,
                0,
                asOf,
                asOf,
                List.of(),
                "",
                null,
                null,
                Handling.OPEN,
                null,
                null,
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    /** The first fact that could have made it: the newest of its evidence, at which it fired. */
    public String triggerEventId() {
        return evidence.get(evidence.size() - 1).eventId();
    }

    /**
     * Whose task keeps it, and so the key of its records and of the reviews about it: the officer, but the tenant when it
     * was computed from many records. One about an officer among peers is of that kind.
     */
    public Subject home() {
        boolean own = subject.kind() == Subject.Kind.TENANT || subject.kind() == Subject.Kind.OFFICER && peers == null;
        return own ? subject : Subject.ofTenant(tenantId);
    }

    /** The next revision when the facts stay as they are: what stands is UPDATED, what does not stays what it was. */
    Alert revised(Life newLife, Notice newNotice) {
        return published(revision + 1, stands() ? Transition.UPDATED : transition, newLife, newNotice);
    }

    /** The revision of that number, of the same facts. */
    Alert published(int number, Life newLife, Notice newNotice) {
        return published(number, transition, newLife, newNotice);
    }

    /** The same revision, told to others. */
    Alert with(Notice other) {
        return published(revision, transition, life, other);
    }

    /**
     * The same with other texts of reviewers: reason, comment and statement.
     *
     * @param change of the text of a field; given and may give null
     */
    public Alert withTexts(BinaryOperator<String> change) {
        return published(revision, transition, life.withTexts(change), notice.withTexts(change));
    }

    /**
     * The revision of that number that other facts leave of this one, as far as they end it: no reviewer has seen it, and
     * it has not been published.
     */
    public Alert computed(int number, Transition newTransition, Instant newAsOf, String newReason, Instant newEndedAt) {
        return copy(number, newTransition, newAsOf, newReason, newEndedAt, Life.UNREVIEWED, Notice.COMPUTED);
    }

    private Alert published(int number, Transition newTransition, Life newLife, Notice newNotice) {
        return copy(number, newTransition, asOf, reason, endedAt, newLife, newNotice);
    }

    private Alert copy(
            int number,
            Transition newTransition,
            Instant newAsOf,
            String newReason,
            Instant newEndedAt,
            Life newLife,
            Notice newNotice) {
        return new Alert(
                alertId,
                number,
                newTransition,
                rule,
                level,
                levelIndex,
                tenantId,
                subject,
                firedAt,
                newAsOf,
                count,
                threshold,
                windowStart,
                windowEnd,
                evidence,
                explanation,
                peers,
                dueBy,
                handling,
                newReason,
                part,
                newEndedAt,
                newLife,
                newNotice);
    }
}
