package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Step;

/** One absence rule over one record: for every fact, all later facts are looked through for its answer. */
final class ReferenceAbsence {
    private final ReferenceFacts facts;
    private final Absence absence;
    private final Instant now;
    private final List<StandingAlert> alerts = new ArrayList<>();

    ReferenceAbsence(ReferenceFacts facts, Absence absence, Instant now) {
        this.facts = facts;
        this.absence = absence;
        this.now = now;
    }

    List<StandingAlert> alerts() {
        for (Seen start : facts.all()) {
            if (start.is(absence.on(), facts.rule().where())
                    && ReferenceFacts.names(start, absence.by())
                    && (absence.due() == null || start.time(absence.due()) != null)) {
                List<Seen> background = ReferenceState.background(facts, absence.background(), start);
                if (background != null) {
                    List<Seen> evidence = new ArrayList<>(background);
                    evidence.add(start);
                    follow(start, evidence);
                }
            }
        }
        return alerts;
    }

    private void follow(Seen start, List<Seen> evidence) {
        Instant base = absence.due() == null ? start.at() : start.time(absence.due());
        for (int i = 0; i < absence.levels().size(); i++) {
            Step step = absence.levels().get(i);
            Instant dueBy = step.after().after(base);
            fall(start, evidence, i, 1, dueBy);
            if (i == absence.levels().size() - 1 && absence.every() != null) {
                for (int times = 2; !later(absence.every().after(dueBy, times - 1)); times++) {
                    fall(start, evidence, i, times, absence.every().after(dueBy, times - 1));
                }
            }
        }
    }

    private boolean later(Instant due) {
        return due.isAfter(now)
                && due.isAfter(facts.all().get(facts.all().size() - 1).at());
    }

    private void fall(Seen start, List<Seen> evidence, int level, int times, Instant dueBy) {
        Instant at = dueBy.isBefore(start.at()) ? start.at() : dueBy;
        Instant fires = !isHeld(start, at) ? at : afterHold(start, at);
        Seen answer = facts.all().stream()
                .filter(fact -> fact.place() > start.place()
                        && fact.is(absence.then())
                        && ReferenceFacts.isAbout(fact, start, absence.by()))
                .findFirst()
                .orElse(null);
        boolean reached = fires != null && (!fires.isAfter(now) || fires.isBefore(lastLookedAt()));
        boolean inTime = answer != null && fires != null && !answer.at().isAfter(fires);
        if (reached && !inTime && facts.rule().inForceAt(fires)) {
            alerts.add(new StandingAlert(
                    facts.rule().id(),
                    facts.subjectId(),
                    absence.levels().get(level).name(),
                    level,
                    fires,
                    times,
                    start.at(),
                    fires,
                    facts.evidence(evidence, fires),
                    dueBy,
                    times == 1 ? null : "" + times,
                    answer == null ? null : answer.at()));
        }
    }

    private boolean isHeld(Seen start, Instant at) {
        return absence.hold() != null
                && facts.all().stream()
                        .anyMatch(from -> !from.at().isAfter(at)
                                && from.is(absence.hold().from())
                                && ReferenceFacts.isAbout(from, start, absence.by())
                                && facts.all().stream()
                                        .noneMatch(until -> until.place() > from.place()
                                                && !until.at().isAfter(at)
                                                && until.is(absence.hold().until())
                                                && ReferenceFacts.isAbout(until, from, absence.by())));
    }

    private Instant afterHold(Seen start, Instant at) {
        return facts.all().stream()
                .filter(until ->
                        until.at().isAfter(at) && until.is(absence.hold().until()))
                .map(Seen::at)
                .filter(end -> !isHeld(start, end))
                .findFirst()
                .orElse(null);
    }

    /** The time of the last fact that the rule looks at at all. */
    private Instant lastLookedAt() {
        return facts.all().stream().filter(this::isLookedAt).map(Seen::at).reduce(Instant.MIN, (a, b) -> b);
    }

    private boolean isLookedAt(Seen fact) {
        boolean dated = absence.due() == null || fact.fields().get(absence.due()) instanceof Instant;
        boolean own = fact.is(absence.on(), facts.rule().where()) && dated
                || fact.is(absence.then())
                || absence.hold() != null
                        && (fact.is(absence.hold().from())
                                || fact.is(absence.hold().until()));
        return own && ReferenceFacts.names(fact, absence.by())
                || absence.background()
                        .situations()
                        .anyMatch(situation -> ReferenceFacts.names(fact, situation.by())
                                && (fact.is(situation.from()) || fact.is(situation.until())));
    }
}
