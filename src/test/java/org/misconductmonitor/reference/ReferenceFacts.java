package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.PopulationCondition;
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

    /** A fact, the record it is in, its fields as corrected, its time in the basis of the rule, its place in the order. */
    record Seen(Event fact, ReferenceRecord record, Map<Field, Object> fields, Instant at, int place) {
        Seen placed(int where) {
            return new Seen(fact, record, fields, at, where);
        }

        String text(Field field) {
            return (String) fields.get(field);
        }

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

    private static final Comparator<Seen> ORDER =
            Comparator.comparing(Seen::at).thenComparing(each -> each.fact().eventId(), StandingAlert.BYTES);

    private final Rule rule;
    private final String subjectId;
    private final List<Seen> all = new ArrayList<>();

    private ReferenceFacts(Rule rule, String subjectId, List<Seen> inOrder) {
        this.rule = rule;
        this.subjectId = subjectId;
        inOrder.forEach(each -> all.add(each.placed(all.size())));
    }

    /** Of one record. */
    ReferenceFacts(Rule rule, Subject subject, ReferenceRecord record) {
        this(rule, subject.id(), counting(rule, record));
    }

    /** Of all records of a tenant; a fact there is about the officer in whose record it is. */
    static ReferenceFacts ofTenant(Rule rule, String tenantId, Map<Subject, ReferenceRecord> records) {
        List<Seen> seen = new ArrayList<>();
        records.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().storeKey()))
                .forEach(entry -> counting(rule, entry.getValue()).stream()
                        .filter(each -> each.fact().tenantId().equals(tenantId))
                        .forEach(each -> {
                            if (entry.getKey().kind() == Subject.Kind.OFFICER) {
                                each.fields()
                                        .put(Field.OFFICER_ID, entry.getKey().id());
                            }
                            seen.add(each);
                        }));
        seen.sort(ORDER);
        return new ReferenceFacts(rule, tenantId, seen);
    }

    /** Some of these, about something else. */
    ReferenceFacts about(String otherId, Predicate<Seen> which) {
        return new ReferenceFacts(rule, otherId, all.stream().filter(which).toList());
    }

    private static List<Seen> counting(Rule rule, ReferenceRecord record) {
        List<Seen> seen = new ArrayList<>();
        for (Event fact : record.facts()) {
            Map<Field, Object> fields = record.corrected(fact);
            if (ReferenceRecord.counts(fact, fields)) {
                seen.add(new Seen(fact, record, fields, time(rule, fact, fields), 0));
            }
        }
        seen.sort(ORDER);
        return seen;
    }

    /** In order. */
    List<Seen> all() {
        return all;
    }

    private static Instant time(Rule rule, Event fact, Map<Field, Object> fields) {
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
        boolean latest =
                rule.condition() instanceof PopulationCondition || read.stream().anyMatch(OUTCOME::contains);
        Instant until = latest ? Instant.MAX : firedAt;
        return facts.stream()
                .map(each -> new ReferenceEvidence(
                        each.fact().eventId(),
                        each.fact().allegationId(),
                        (String) each.fields().get(Field.CASE_ID),
                        each.at(),
                        each.record().outcome(each.fact(), until)))
                .toList();
    }

    Rule rule() {
        return rule;
    }

    String subjectId() {
        return subjectId;
    }
}
