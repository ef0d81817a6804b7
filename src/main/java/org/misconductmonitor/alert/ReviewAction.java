package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.event.Subject;

/**
 * What a reviewer did with an alert.
 *
 * @param actionId identity: the same action sent again changes nothing
 * @param alertId the alert
 * @param alertRevision the revision the reviewer saw
 * @param officerId the officer under whom the alert is kept, see {@link Alert#home}; null when that is the tenant
 * @param tenantId the body whose data it is
 * @param kind what was done; null for what this release does not know
 * @param outcome CLOSE: how; null if none or not known
 * @param reason why; CLOSE and SNOOZE require it
 * @param comment free text, or null
 * @param statement ATTACH_STATEMENT: the officer's own words
 * @param assignee ASSIGN: keyed pseudonym of the new owner
 * @param snoozeUntil SNOOZE: when it ends
 * @param actor keyed pseudonym of the reviewer
 * @param actedAt by the reviewer's clock; decides nothing
 */
public record ReviewAction(
        String actionId,
        String alertId,
        int alertRevision,
        String officerId,
        String tenantId,
        Kind kind,
        LifeState outcome,
        String reason,
        String comment,
        String statement,
        String assignee,
        Instant snoozeUntil,
        String actor,
        Instant actedAt) {
    /** Characters of any of its texts: they travel in every later revision of the alert. */
    public static final int LONGEST_TEXT = 10_000;

    /** What a reviewer can do. */
    public enum Kind {
        ACKNOWLEDGE,
        ASSIGN,
        COMMENT,
        START_REVIEW,
        PLAN_INTERVENTION,
        SNOOZE,
        CLOSE,
        REOPEN,
        ATTACH_STATEMENT;

        /** Whether it changes what others decide on. Words do not: they are taken on whatever revision. */
        public boolean decides() {
            return this != COMMENT && this != ATTACH_STATEMENT;
        }
    }

    /**
     * The same with other texts in the reviewer's own words: reason, comment and statement.
     *
     * @param change of the text of a field; given and may give null
     */
    public ReviewAction withTexts(BinaryOperator<String> change) {
        return new ReviewAction(
                actionId,
                alertId,
                alertRevision,
                officerId,
                tenantId,
                kind,
                outcome,
                change.apply("reason", reason),
                change.apply("comment", comment),
                change.apply("statement", statement),
                assignee,
                snoozeUntil,
                actor,
                actedAt);
    }

    /** As {@link Alert#home} of the alert: the key of this record. */
    public Subject home() {
        return officerId == null ? Subject.ofTenant(tenantId) : Subject.ofOfficer(officerId);
    }

    /**
     * What it lacks, whatever alert it is about.
     *
     * @param at ingestion time; before it is sent, the time by the sender's clock
     */
    public Optional<Refusal> incomplete(Instant at) {
        if (kind == null) {
            return refused(Refusal.Reason.UNKNOWN_ACTION, "this release does not know the action");
        }
        if (Stream.of(actionId, reason, comment, statement, assignee, actor).anyMatch(ReviewAction::tooLong)) {
            return refused(Refusal.Reason.INCOMPLETE, "a text is longer than " + LONGEST_TEXT + " characters");
        }
        if (isBlank(actor)) {
            return refused(Refusal.Reason.INCOMPLETE, kind + " needs an actor: who does it");
        }
        return Optional.ofNullable(missing(at))
                .flatMap(missing -> refused(Refusal.Reason.INCOMPLETE, kind + " needs " + missing));
    }

    private String missing(Instant at) {
        return switch (kind) {
            case ASSIGN -> isBlank(assignee) ? "an assignee" : null;
            case COMMENT -> isBlank(comment) ? "a comment" : null;
            case ATTACH_STATEMENT -> isBlank(statement) ? "a statement" : null;
            case SNOOZE ->
                snoozeUntil == null || !snoozeUntil.isAfter(at)
                        ? "an end that lies in the future"
                        : isBlank(reason) ? "a reason" : null;
            case CLOSE ->
                outcome == null || !outcome.isClosed()
                        ? "an outcome: ACTION_TAKEN, NO_ACTION_NEEDED or FALSE_POSITIVE"
                        : isBlank(reason) ? "a reason" : null;
            default -> null;
        };
    }

    private static Optional<Refusal> refused(Refusal.Reason reason, String message) {
        return Optional.of(new Refusal(reason, message));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean tooLong(String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }
}
