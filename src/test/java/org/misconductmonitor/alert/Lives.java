package org.misconductmonitor.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.WorkingCalendar;

/** Alerts and actions for tests of their lives. */
final class Lives {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    static final WorkingCalendar CALENDAR =
            new WorkingCalendar(Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06")));
    static final ReviewPolicy POLICY = new ReviewPolicy(5, CALENDAR, 100);

    private Lives() {}

    static AlertLives none() {
        return new AlertLives(POLICY, Set.of());
    }

    static Alert alert(String id, int level, Alert.Transition transition, String... cases) {
        return alert(id, level, transition, false, cases);
    }

    static Alert alert(String id, int level, Alert.Transition transition, boolean shadow, String... cases) {
        return new Alert(
                id,
                1,
                transition,
                new Alert.RuleRef("rule", "v", "Rule", shadow),
                List.of("AMBER", "RED", "IMMEDIATE").get(level),
                level,
                "T",
                Subject.ofOfficer("O"),
                START,
                START,
                cases.length,
                1,
                START.minusSeconds(1),
                START,
                Stream.of(cases)
                        .map(name -> new Evidence(null, name, "E" + name, START, null, null, null, null, null))
                        .toList(),
                "explained",
                null,
                null,
                Handling.OPEN,
                null,
                null,
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    /** The same alert, to be seen by fewer people or more. */
    static Alert handled(Alert alert, Handling handling) {
        return new Alert(
                alert.alertId(),
                alert.revision(),
                alert.transition(),
                alert.rule(),
                alert.level(),
                alert.levelIndex(),
                alert.tenantId(),
                alert.subject(),
                alert.firedAt(),
                alert.asOf(),
                alert.count(),
                alert.threshold(),
                alert.windowStart(),
                alert.windowEnd(),
                alert.evidence(),
                alert.explanation(),
                alert.peers(),
                alert.dueBy(),
                handling,
                alert.reason(),
                alert.part(),
                alert.endedAt(),
                alert.life(),
                alert.notice());
    }

    static Draft action(ReviewAction.Kind kind, String alertId, int revision) {
        return new Draft(kind, alertId, revision);
    }

    /** An action being put together. */
    static final class Draft {
        private final ReviewAction.Kind kind;
        private final String alertId;
        private final int revision;
        private String id = "action";
        private LifeState outcome;
        private String reason;
        private Instant until;
        private String words;

        Draft(ReviewAction.Kind kind, String alertId, int revision) {
            this.kind = kind;
            this.alertId = alertId;
            this.revision = revision;
        }

        Draft id(String actionId) {
            id = actionId;
            return this;
        }

        Draft outcome(LifeState state) {
            outcome = state;
            return this;
        }

        Draft reason(String text) {
            reason = text;
            return this;
        }

        Draft until(Instant end) {
            until = end;
            return this;
        }

        Draft words(String text) {
            words = text;
            return this;
        }

        ReviewAction done() {
            return new ReviewAction(
                    id, alertId, revision, "O", "T", kind, outcome, reason, words, words, words, until, "R", START);
        }
    }
}
