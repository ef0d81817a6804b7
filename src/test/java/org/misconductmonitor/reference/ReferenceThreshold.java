package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** One threshold rule over one record: every window looked through from its start. */
class ReferenceThreshold {
    private final Rule rule;
    private final Threshold threshold;
    private final ReferenceFacts facts;

    ReferenceThreshold(ReferenceFacts facts, Threshold threshold) {
        this.rule = facts.rule();
        this.threshold = threshold;
        this.facts = facts;
    }

    List<StandingAlert> alerts() {
        if (threshold.per() == null) {
            return alerts(matches(), null);
        }
        List<StandingAlert> alerts = new ArrayList<>();
        List<Object> values = matches().stream()
                .map(match -> match.fields().get(threshold.per()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (Object value : values) {
            List<Seen> some = matches().stream()
                    .filter(match -> value.equals(match.fields().get(threshold.per())))
                    .toList();
            alerts.addAll(alerts(some, (String) value));
        }
        return alerts;
    }

    private List<StandingAlert> alerts(List<Seen> matches, String part) {
        List<StandingAlert> alerts = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < matches.size(); i++) {
            Seen match = matches.get(i);
            List<Seen> before = windowOf(match, matches.subList(0, i));
            List<Seen> window = windowOf(match, matches.subList(0, i + 1));
            boolean inForce = rule.inForceAt(match.at());
            if (forgets(match, before, alerts)) {
                last = -1;
            }
            if (inForce && last >= 0 && isOfNewCase(match, before)) {
                last = Math.min(last, highestReached(count(window, match.at())) - 1);
            }
            while (inForce && highestReached(count(window, match.at())) > last) {
                last++;
                alerts.add(alert(last, match, window, part));
            }
        }
        return alerts;
    }

    List<Seen> matches() {
        return facts.all().stream()
                .filter(fact -> fact.is(threshold.on(), rule.where())
                        && fact.fields().get(threshold.count().field()) != null)
                .toList();
    }

    private List<Seen> windowOf(Seen end, List<Seen> earlier) {
        Instant start = threshold.window().start(end.at());
        return earlier.stream().filter(match -> match.at().isAfter(start)).toList();
    }

    /** What a window comes to, seen from its last fact's time. */
    int count(List<Seen> window, Instant at) {
        return (int) window.stream()
                .map(match -> match.fields().get(threshold.count().field()))
                .distinct()
                .count();
    }

    private boolean forgets(Seen match, List<Seen> before, List<StandingAlert> alerts) {
        if (threshold.rearm() instanceof Rearm.Never) {
            return false;
        }
        if (threshold.rearm() instanceof Rearm.After after) {
            return !alerts.isEmpty()
                    && !match.at()
                            .isBefore(alerts.get(alerts.size() - 1).firedAt().plus(after.quiet()));
        }
        return count(before, match.at()) < threshold.levels().get(0).at();
    }

    private boolean isOfNewCase(Seen match, List<Seen> before) {
        Object caseId = match.fields().get(Field.CASE_ID);
        return threshold.rearm() instanceof Rearm.OnNewCase
                && caseId != null
                && before.stream()
                        .noneMatch(other -> caseId.equals(other.fields().get(Field.CASE_ID)));
    }

    private int highestReached(int count) {
        int highest = -1;
        for (int level = 0; level < threshold.levels().size(); level++) {
            if (threshold.levels().get(level).at() <= count) {
                highest = level;
            }
        }
        return highest;
    }

    private StandingAlert alert(int level, Seen match, List<Seen> window, String part) {
        return new StandingAlert(
                rule.id(),
                facts.subjectId(),
                threshold.levels().get(level).name(),
                level,
                match.at(),
                count(window, match.at()),
                threshold.window().start(match.at()),
                match.at(),
                facts.evidence(window, match.at()),
                null,
                part,
                null);
    }
}
