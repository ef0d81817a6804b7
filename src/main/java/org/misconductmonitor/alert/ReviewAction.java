package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.List;
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
 * @param assignee ASSIGN, and ACKNOWLEDGE if given: keyed pseudonym of the new owner
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
        ASSIGN(Part.ASSIGNEE),
        COMMENT(Part.COMMENT),
        START_REVIEW,
        PLAN_INTERVENTION,
        SNOOZE(Part.SNOOZE_UNTIL, Part.REASON),
        CLOSE(Part.OUTCOME, Part.REASON),
        REOPEN,
        ATTACH_STATEMENT(Part.STATEMENT);

        private final List<Part> needs;

        Kind(Part... needs) {
            this.needs = List.of(needs);
        }

        /** What an action of the kind cannot be without. */
        public List<Part> needs() {
            return needs;
        }

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

    /** What kinds of actions need besides the alert they are about. */
    public enum Part {
        ASSIGNEE("an assignee"),
        COMMENT("a comment"),
        STATEMENT("a statement"),
        SNOOZE_UNTIL("an end that lies in the future"),
        OUTCOME("an outcome: ACTION_TAKEN, NO_ACTION_NEEDED or FALSE_POSITIVE"),
        REASON("a reason");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** To follow "needs". */
        public String words() {
            return words;
        }
    }

    /**
     * A reviewer's action on an alert.
     *
     * @param alert as it was published last, which says where it is kept
     * @param revision that the reviewer saw
     */
    public static ReviewAction on(
            Alert alert, String actionId, int revision, Kind kind, Words words, String actor, Instant at) {
        Subject home = alert.home();
        return new ReviewAction(
                actionId,
                alert.alertId(),
                revision,
                home.kind() == Subject.Kind.OFFICER ? home.id() : null,
                alert.tenantId(),
                kind,
                words.outcome(),
                words.reason(),
                words.comment(),
                words.statement(),
                words.assignee(),
                words.snoozeUntil(),
                actor,
                at);
    }

    /** What a reviewer says with an action; each may be null. */
    public record Words(
            LifeState outcome, String reason, String comment, String statement, String assignee, Instant snoozeUntil) {

        /**
         * Whether the part is there, and is what it must be.
         *
         * @param at as in {@link ReviewAction#incomplete}
         */
        public boolean has(Part part, Instant at) {
            return switch (part) {
                case ASSIGNEE -> !isBlank(assignee);
                case COMMENT -> !isBlank(comment);
                case STATEMENT -> !isBlank(statement);
                case SNOOZE_UNTIL -> snoozeUntil != null && snoozeUntil.isAfter(at);
                case OUTCOME -> outcome != null && outcome.isClosed();
                case REASON -> !isBlank(reason);
            };
        }
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
        Words words = new Words(outcome, reason, comment, statement, assignee, snoozeUntil);
        return kind.needs().stream()
                .filter(part -> !words.has(part, at))
                .findFirst()
                .flatMap(part -> refused(Refusal.Reason.INCOMPLETE, kind + " needs " + part.words()));
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
