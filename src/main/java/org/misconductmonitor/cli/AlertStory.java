package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;

/** A whole alert, for a person. */
final class AlertStory {
    private static final int SHORT_ID = 12;

    private AlertStory() {}

    /** As much of the id as a person needs to name it. */
    static String shortId(Alert alert) {
        return alert.alertId().substring(0, Math.min(SHORT_ID, alert.alertId().length()));
    }

    /** One line: what became of it and its sentence. */
    static String line(Alert alert) {
        boolean byFacts = alert.notice().change() == Notice.Change.FACTS;
        return "%-9s %s  %s%s%s"
                .formatted(
                        byFacts ? alert.transition() : alert.life().state(),
                        shortId(alert),
                        TextTable.printable(alert.explanation()),
                        byFacts ? "" : "  (" + TextTable.printable(made(alert.notice())) + ")",
                        restricted(alert) ? "  [" + alert.handling() + "]" : "");
    }

    /** @param revisions of one alert, in the order they were published; at least one */
    static void print(PrintWriter out, List<Alert> revisions) {
        Alert alert = revisions.get(revisions.size() - 1);
        out.println(TextTable.printable(alert.explanation()));
        out.println();
        say(out, "Alert", alert.alertId());
        say(out, "Status", alert.stands() ? "stands" : "no longer stands (" + alert.transition() + ")");
        life(out, alert.life());
        say(out, "Handling", alert.handling() + (restricted(alert) ? ": do not pass on without permission" : ""));
        say(
                out,
                "Rule",
                alert.rule().id() + " \"" + alert.rule().title() + "\", version "
                        + alert.rule().version() + (alert.rule().shadow() ? ", shadow: recorded, never notified" : ""));
        say(out, "Level", alert.level() + ", asked for " + alert.threshold() + ", counted " + alert.count());
        say(out, "Subject", alert.subject().id() + " (tenant " + alert.tenantId() + ")");
        say(out, "Fired", alert.firedAt() + ", known as of " + alert.asOf());
        say(out, "Window", "after " + alert.windowStart() + " until " + alert.windowEnd());
        if (alert.dueBy() != null) {
            say(out, "Due by", alert.dueBy().toString());
        }
        evidence(out, alert.evidence());
        revisions(out, revisions);
    }

    /** How far it has escalated, or null. */
    static String overdue(Life life) {
        return life.watch().escalation() == Escalation.NONE
                ? null
                : life.watch().escalation().name();
    }

    private static void life(PrintWriter out, Life life) {
        say(
                out,
                "State",
                life.state()
                        + (life.reason() == null ? "" : ": " + life.reason())
                        + (life.snoozedUntil() == null
                                ? ""
                                : ", until " + life.snoozedUntil() + ", then " + life.former()));
        if (life.owner() != null) {
            say(out, "Owner", life.owner());
        }
        if (life.mutedBy() != null) {
            say(out, "Muted", "by " + life.mutedBy() + " of the same rule");
        }
        if (overdue(life) != null) {
            say(out, "Overdue", overdue(life) + ", " + life.watch().reason());
        } else if (life.watch().acknowledgeBy() != null) {
            say(
                    out,
                    "Waits",
                    "since " + life.watch().openedAt() + ", escalates at "
                            + life.watch().acknowledgeBy());
        }
        if (life.statement() != null) {
            say(out, "Statement", life.statement());
        }
    }

    /** What made a revision, if it was not the facts. */
    private static String made(Notice notice) {
        Notice.Did did = notice.did();
        if (did == null) {
            return notice.change().name();
        }
        return did.kind() + " by " + did.actor() + (did.comment() == null ? "" : ": " + did.comment());
    }

    private static void evidence(PrintWriter out, List<Evidence> evidence) {
        out.printf("%nEvidence, in order of time%n");
        TextTable table = new TextTable("  AT", "EVENT", "ALLEGATION", "CASE", "WHAT", "FORCE", "OUTCOME");
        for (Evidence fact : evidence) {
            table.row(
                    "  " + fact.at(),
                    fact.eventId(),
                    fact.allegationId(),
                    fact.caseId(),
                    Stream.of(fact.group(), fact.category())
                            .filter(Objects::nonNull)
                            .distinct()
                            .collect(Collectors.joining("/")),
                    fact.force(),
                    fact.outcome());
        }
        table.print(out);
    }

    private static void revisions(PrintWriter out, List<Alert> revisions) {
        out.printf("%nRevisions%n");
        TextTable table = new TextTable("  NO", "TRANSITION", "AS OF", "COUNT", "FIRED", "STATE", "REASON");
        for (Alert revision : revisions) {
            table.row(
                    "  " + revision.revision(),
                    revision.transition().name(),
                    revision.asOf().toString(),
                    Integer.toString(revision.count()),
                    revision.firedAt().toString(),
                    revision.life().state().name(),
                    revision.notice().change() == Notice.Change.FACTS ? revision.reason() : made(revision.notice()));
        }
        table.print(out);
    }

    private static boolean restricted(Alert alert) {
        return alert.handling() != Handling.OPEN;
    }

    private static void say(PrintWriter out, String name, String value) {
        out.printf("%-9s %s%n", name, TextTable.printable(value));
    }
}
