package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Situation;

/** The facts of one record that count, as one rule sees them. */
final class ReferenceFacts {
    private static final Set<Field> OUTCOME = EnumSet.of(
            Field.FINDING,
            Field.DISCIPLINE,
            Field.DISCIPLINE_TEXT,
            Field.SUSPENSION_DAYS,
            Field.RECOMMENDED_FINDING,
            Field.RECOMMENDED_DISCIPLINE,
            Field.RECOMMENDED_SUSPENSION_DAYS,
            Field.SEVERITY);

    /** A fact, its fields as corrected, its time in the basis of the rule, and its place in the order. */
    record Seen(Event fact, Map<Field, Object> fields, Instant at, int place) {
        boolean is(Set<EventType> on, Filter where) {
            return on.contains(fact.type()) && where.matches(fields::get);
        }

        boolean is(Pattern pattern) {
            return pattern != null && is(pattern.on(), pattern.where());
        }

        Instant time(Field field) {
            return (Instant) fields.get(field);
        }
    }

    private final Rule rule;
    private final Subject subject;
    private final ReferenceRecord record;
    private final List<Seen> all;

    ReferenceFacts(Rule rule, Subject subject, ReferenceRecord record) {
        this.rule = rule;
        this.subject = subject;
        this.record = record;
        List<Seen> seen = new ArrayList<>();
        for (Event fact : record.facts()) {
            Map<Field, Object> fields = record.corrected(fact);
            if (ReferenceRecord.counts(fact, fields)) {
                seen.add(new Seen(fact, fields, time(fact, fields), 0));
            }
        }
        seen.sort(
                Comparator.comparing(Seen::at).thenComparing(each -> each.fact().eventId(), StandingAlert.BYTES));
        this.all = seen.stream()
                .map(each -> new Seen(each.fact, each.fields, each.at, seen.indexOf(each)))
                .toList();
    }

    /** In order. */
    List<Seen> all() {
        return all;
    }

    private Instant time(Event fact, Map<Field, Object> fields) {
        if (fields.get(rule.condition().time().field()) instanceof Instant time) {
            return time;
        }
        return fact.type() == EventType.RECORDED ? (Instant) fields.get(Field.RECORDED_AT) : fact.at();
    }

    /** Whether the fact names what it is about. */
    static boolean names(Seen fact, Matter by) {
        return switch (by) {
            case OFFICER -> true;
            case CASE -> fact.fields().get(Field.CASE_ID) != null;
            case ALLEGATION ->
                fact.fact().allegationId() != null || fact.fields().get(Field.CASE_ID) != null;
        };
    }

    /** Whether the one fact is about the matter of the other. */
    static boolean isAbout(Seen fact, Seen other, Matter by) {
        if (by == Matter.OFFICER) {
            return true;
        }
        if (by == Matter.ALLEGATION && fact.fact().allegationId() != null) {
            return fact.fact().allegationId().equals(other.fact().allegationId());
        }
        return fact.fields().get(Field.CASE_ID) != null
                && Objects.equals(
                        fact.fields().get(Field.CASE_ID), other.fields().get(Field.CASE_ID));
    }

    /** What of the situation holds just before a fact: what started before it in order and has not ended. */
    List<Seen> holding(Situation situation, Seen before) {
        List<Seen> holding = new ArrayList<>();
        for (Seen start : all.subList(0, before.place())) {
            if (start.is(situation.from()) && names(start, situation.by())) {
                boolean ended = all.subList(start.place() + 1, before.place()).stream()
                        .anyMatch(end -> end.is(situation.until()) && isAbout(end, start, situation.by()));
                Instant ends = ends(situation, start);
                if (!ended && (ends == null || ends.isAfter(before.at()))) {
                    holding.add(start);
                }
            }
        }
        return holding;
    }

    private static Instant ends(Situation situation, Seen start) {
        Instant said = situation.endsAt() == null ? null : start.time(situation.endsAt());
        return said != null || situation.lasts() == null
                ? said
                : situation.lasts().after(start.at());
    }

    /** The evidence of an alert that fires at that time. */
    List<ReferenceEvidence> evidence(List<Seen> facts, Instant firedAt) {
        Set<Field> read = EnumSet.noneOf(Field.class);
        rule.where().fields(read::add);
        rule.condition().fields(read::add);
        Instant until = read.stream().anyMatch(OUTCOME::contains) ? Instant.MAX : firedAt;
        return facts.stream()
                .map(each -> new ReferenceEvidence(
                        each.fact().eventId(),
                        each.fact().allegationId(),
                        (String) each.fields().get(Field.CASE_ID),
                        each.at(),
                        record.outcome(each.fact(), until)))
                .toList();
    }

    Rule rule() {
        return rule;
    }

    String subjectId() {
        return subject.id();
    }
}
