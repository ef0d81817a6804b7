package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.engine.Observation;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** What the facts of a history say at its end, as far as it is asked of how things ended. */
public final class Records {
    /** The recorded fact knows best which case it is; others stand in where it never came. */
    private static final Comparator<Observation> TELLING = Comparator.<Observation, Boolean>comparing(
                    fact -> fact.type() != EventType.RECORDED)
            .thenComparing(Observation::event, EventOrder.BY_TIME);

    private final Map<Subject, Career> careers = new LinkedHashMap<>();
    private final Map<OfficerCase.Id, OfficerCase> cases = new LinkedHashMap<>();
    /** By allegation the case of each officer in whose record it is. */
    private final Map<String, Map<Subject, OfficerCase.Id>> holders = new HashMap<>();

    private Records() {}

    static Records of(Map<Subject, List<Observation>> counting, List<Event> events, Instant end) {
        Records records = new Records();
        Map<Subject, Instant> first = new LinkedHashMap<>();
        events.forEach(event -> first.merge(event.subject(), event.at(), Records::earlier));
        counting.forEach((subject, facts) -> {
            facts.forEach(fact -> first.merge(subject, fact.event().at(), Records::earlier));
            facts.stream().sorted(TELLING).forEach(fact -> records.addAllegation(subject, fact));
        });
        first.forEach((subject, at) -> {
            if (subject.kind() == Subject.Kind.OFFICER) {
                records.careers.put(subject, new Career(at, left(counting.getOrDefault(subject, List.of())), end));
            }
        });
        return records;
    }

    /** The officers of whom anything is known. */
    public Set<Subject> officers() {
        return careers.keySet();
    }

    Career career(Subject officer) {
        return careers.get(officer);
    }

    /** How long all officers together were in sight between two times; null: no limit. */
    double officerYears(Instant from, Instant to) {
        return careers.values().stream()
                .mapToDouble(career -> career.years(from, to))
                .sum();
    }

    Collection<OfficerCase> cases() {
        return cases.values();
    }

    /** @return the case, or null if the record holds it no more */
    OfficerCase find(OfficerCase.Id id) {
        return cases.get(id);
    }

    /**
     * Which cases a piece of evidence is about, as the records say now. Of an alert about a unit or tenant: whoever has
     * the allegation.
     *
     * @return none if it is about no allegation; a case that no record holds if nobody has the allegation any more
     */
    Set<OfficerCase.Id> casesOf(Subject subject, Evidence evidence) {
        if (evidence.allegationId() == null) {
            OfficerCase.Id id = new OfficerCase.Id(subject, evidence.caseId());
            return cases.containsKey(id) ? Set.of(id) : Set.of();
        }
        Map<Subject, OfficerCase.Id> held = holders.getOrDefault(evidence.allegationId(), Map.of());
        if (subject.kind() != Subject.Kind.OFFICER && !held.isEmpty()) {
            return Set.copyOf(held.values());
        }
        String then = evidence.caseId() == null ? evidence.allegationId() : evidence.caseId();
        return Set.of(held.getOrDefault(subject, new OfficerCase.Id(subject, then)));
    }

    private void addAllegation(Subject officer, Observation fact) {
        String allegationId = fact.event().allegationId();
        if (officer.kind() != Subject.Kind.OFFICER || allegationId == null) {
            return;
        }
        Map<Subject, OfficerCase.Id> held = holders.computeIfAbsent(allegationId, id -> new LinkedHashMap<>());
        if (!held.containsKey(officer)) {
            String caseId = fact.text(Field.CASE_ID) == null ? allegationId : fact.text(Field.CASE_ID);
            OfficerCase.Id id = new OfficerCase.Id(officer, caseId);
            held.put(officer, id);
            cases.computeIfAbsent(id, i -> new OfficerCase()).add(fact);
        }
    }

    private static List<Instant> left(List<Observation> facts) {
        Set<Instant> left = new TreeSet<>();
        facts.stream()
                .filter(fact -> fact.type() == EventType.LEFT)
                .forEach(fact -> left.add(fact.event().at()));
        return new ArrayList<>(left);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
