package org.misconductmonitor.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import picocli.CommandLine.Option;

/** Options that say what a reviewer did. */
final class ReviewOptions {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; close and snooze require it.")
    private String reason;

    @Option(
            names = "--outcome",
            paramLabel = "NAME",
            description = "close: ACTION_TAKEN, NO_ACTION_NEEDED or FALSE_POSITIVE.")
    private String outcome;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "snooze: when the alert is what it was again, such as 2026-04-01T09:00:00Z.")
    private Instant until;

    @Option(names = "--owner", paramLabel = "PSEUDONYM", description = "assign, acknowledge: who has it from now on.")
    private String owner;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Free text, kept with the action.")
    private String comment;

    @Option(names = "--statement", paramLabel = "TEXT", description = "attach-statement: the officer's own words.")
    private String statement;

    @Option(
            names = "--by",
            paramLabel = "PSEUDONYM",
            description = "Who does it; without it the name of the user on this machine.")
    private String by = System.getProperty("user.name");

    @Option(
            names = "--revision",
            paramLabel = "NUMBER",
            description =
                    "The revision you have seen; without it the latest. If the alert has changed since, nothing is"
                            + " done.")
    private Integer revision;

    /** The action on an alert as it was published last. */
    ReviewAction action(ReviewAction.Kind kind, Alert alert) {
        return ReviewAction.on(
                alert,
                UUID.randomUUID().toString(),
                revision == null ? alert.revision() : revision,
                kind,
                new ReviewAction.Words(
                        Optional.ofNullable(outcome)
                                .flatMap(ReviewOptions::state)
                                .orElse(null),
                        reason,
                        comment,
                        statement,
                        owner,
                        until),
                by,
                Instant.now());
    }

    /** The state of that name, in upper or lower case. */
    static Optional<LifeState> state(String name) {
        for (LifeState state : LifeState.values()) {
            if (state.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
