package org.misconductmonitor.alert;

import java.time.Instant;
import java.util.function.BinaryOperator;

/**
 * Why a revision of an alert was published, and whether anybody is to be told of it.
 *
 * @param change what made it
 * @param at ingestion time of the change; null in an alert that has not been published yet
 * @param quiet why nobody is to be told; null when somebody is
 * @param storm whether this revision tells of all those of its rule that follow within the hour and are not told
 * @param did the action that made it, or null
 */
public record Notice(Change change, Instant at, Quiet quiet, boolean storm, Did did) {
    /** Of an alert that has not been published yet. */
    public static final Notice COMPUTED = new Notice(Change.FACTS, null, null, false, null);

    /** What makes a revision. */
    public enum Change {
        /** The facts, or the rules: see the transition. */
        FACTS,
        /** A reviewer. */
        REVIEW,
        /** Nobody acknowledged it in time. */
        ESCALATION,
        /** A snooze is over. */
        SNOOZE_END,
        /** A higher level began or ceased to mute it. */
        MUTING
    }

    /** Why nobody is to be told. */
    public enum Quiet {
        /** The rule is being tried out. */
        SHADOW,
        /** It only says what a reviewer did. */
        REVIEW,
        /** A higher level of the same rule and subject is open, or was closed on the same cases. */
        HIGHER_LEVEL,
        /** A reviewer has put it off. */
        SNOOZED,
        /** A reviewer has closed it, and no new case is in it. */
        CLOSED,
        /** Too many of its rule within the hour; one of them told of the storm. */
        STORM
    }

    /**
     * What a reviewer did.
     *
     * @param actionId the action
     * @param kind what it was
     * @param actor keyed pseudonym of the reviewer
     * @param comment their words, or null
     */
    public record Did(String actionId, ReviewAction.Kind kind, String actor, String comment) {}

    /** Whether somebody is to be told. */
    public boolean tells() {
        return quiet == null;
    }

    Notice quietFor(Quiet why) {
        return new Notice(change, at, why, storm, did);
    }

    Notice ofStorm() {
        return new Notice(change, at, quiet, true, did);
    }

    Notice withTexts(BinaryOperator<String> text) {
        return did == null
                ? this
                : new Notice(
                        change,
                        at,
                        quiet,
                        storm,
                        new Did(did.actionId(), did.kind(), did.actor(), text.apply("comment", did.comment())));
    }
}
