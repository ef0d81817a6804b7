package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Threshold;

/** One threshold rule over one record: every window looked through from its start. */
final class ReferenceThreshold {
    private static final Set<Field> OUTCOME = EnumSet.of(
            Field.FINDING,
            Field.DISCIPLINE,
            Field.DISCIPLINE_TEXT,
            Field.SUSPENSION_DAYS,
            Field.RECOMMENDED_FINDING,
            Field.RECOMMENDED_DISCIPLINE,
            Field.RECOMMENDED_SUSPENSION_DAYS,
            Field.SEVERITY);

    /** A matching fact, its fields as corrected, and its time in the basis of the rule. */
    private record Match(Event fact, Map<Field, Object> fields, Instant at) {}

    private final Rule rule;
    private final Threshold threshold;
    private final Subject subject;
    private final ReferenceRecord record;

    ReferenceThreshold(Rule rule, Threshold threshold, Subject subject, ReferenceRecord record) {
        this.rule = rule;
        this.threshold = threshold;
        this.subject = subject;
        this.record = record;
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        List<Match> matches = matches();
        int last = -1;
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            List<Match> before = windowOf(match, matches.subList(0, i));
            List<Match> window = windowOf(match, matches.subList(0, i + 1));
            boolean inForce = rule.inForceAt(match.at());
            if (forgets(match, before, alerts)) {
                last = -1;
            }
            if (inForce && last >= 0 && isOfNewCase(match, before)) {
                last = Math.min(last, highestReached(distinct(window)) - 1);
            }
            while (inForce && highestReached(distinct(window)) > last) {
                last++;
                alerts.add(alert(last, match, window));
            }
        }
        return alerts;
    }

    private List<Match> matches() {
        List<Match> matches = new ArrayList<>();
        for (Event fact : record.facts()) {
            if (!threshold.on().contains(fact.type())) {
                continue;
            }
            Map<Field, Object> fields = record.corrected(fact);
            if (ReferenceRecord.counts(fact, fields)
                    && rule.where().matches(fields::get)
                    && fields.get(threshold.count().field()) != null) {
                matches.add(new Match(fact, fields, time(fact, fields)));
            }
        }
        matches.sort(Comparator.comparing(Match::at)
                .thenComparing(match -> match.fact().eventId(), StandingAlert.BYTES));
        return matches;
    }

    private Instant time(Event fact, Map<Field, Object> fields) {
        if (fields.get(threshold.time().field()) instanceof Instant time) {
            return time;
        }
        return fact.type() == EventType.RECORDED ? (Instant) fields.get(Field.RECORDED_AT) : fact.at();
    }

    private List<Match> windowOf(Match end, List<Match> earlier) {
        Instant start = threshold.window().start(end.at());
        return earlier.stream().filter(match -> match.at().isAfter(start)).toList();
    }

    private int distinct(List<Match> window) {
        return (int) window.stream()
                .map(match -> match.fields().get(threshold.count().field()))
                .distinct()
                .count();
    }

    private boolean forgets(Match match, List<Match> before, List<StandingAlert> alerts) {
        if (threshold.rearm() instanceof Rearm.Never) {
            return false;
        }
        if (threshold.rearm() instanceof Rearm.After after) {
            return !alerts.isEmpty()
                    && !match.at()
                            .isBefore(alerts.get(alerts.size() - 1).firedAt().plus(after.quiet()));
        }
        return distinct(before) < threshold.levels().get(0).at();
    }

    private boolean isOfNewCase(Match match, List<Match> before) {
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

    private StandingAlert alert(int level, Match match, List<Match> window) {
        Set<Field> read = EnumSet.noneOf(Field.class);
        rule.where().fields(read::add);
        Instant until = read.stream().anyMatch(OUTCOME::contains) ? Instant.MAX : match.at();
        return new StandingAlert(
                rule.id(),
                subject.id(),
                threshold.levels().get(level).name(),
                level,
                match.at(),
                distinct(window),
                threshold.window().start(match.at()),
                match.at(),
                window.stream()
                        .map(each -> new ReferenceEvidence(
                                each.fact().eventId(),
                                each.fact().allegationId(),
                                (String) each.fields().get(Field.CASE_ID),
                                each.at(),
                                record.outcome(each.fact(), until)))
                        .toList());
    }
}
