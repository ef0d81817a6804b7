package org.misconductmonitor.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.engine.Observation;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.rule.RuleSet;

/**
 * What is kept of each case, and when rules on retention ask whether it has to be. It goes by what is kept, not by what
 * counts: facts that were withdrawn or restricted, or are about a witness, are kept as well.
 */
final class DueReviews {
    private static final Set<EventType> OF_THE_STATE =
            Set.of(EventType.WITHDRAWN, EventType.RESTRICTED, EventType.RESTORED);

    private final Population population;
    private final Map<String, Event> events = new LinkedHashMap<>();

    /**
     * One case in one record.
     *
     * @param officerId pseudonym, or null: the case is of no one person
     * @param kept how many facts
     * @param groups of them
     */
    record Case(String tenantId, String officerId, String caseId, int kept, Set<String> groups) {}

    /**
     * A review that falls due.
     *
     * @param due business time
     * @param why what the rule asks
     * @param since what began the time: an event, its date, and its decision and reason if these are codes
     */
    record Review(Case of, Instant due, String why, String since) {}

    /**
     * Takes everything that was published.
     *
     * @param rules on retention
     * @param until time goes on to then
     */
    DueReviews(Collection<Event> published, RuleSet rules, Instant until) {
        population = new Population(rules);
        Instant newest = Instant.MIN;
        for (Event event : published) {
            events.put(event.eventId(), event);
            if (!OF_THE_STATE.contains(event.type())) {
                newest = event.at().isAfter(newest) ? event.at() : newest;
                population.accept(kept(event), newest);
            }
        }
        population.advance(until);
    }

    private static Event kept(Event event) {
        return event.text(Field.RECORD_STATE) == null && event.text(Field.SUBJECT_ROLE) == null
                ? event
                : event.with(Map.of(Field.RECORD_STATE, "FINAL", Field.SUBJECT_ROLE, "SUBJECT"));
    }

    /** The earliest first; of a case the earliest of each rule. */
    List<Review> due() {
        Map<List<String>, Review> reviews = new LinkedHashMap<>();
        Map<Subject, Map<String, List<Observation>>> kept = byCase();
        population.standing().stream()
                .sorted(Comparator.comparing(Alert::firedAt).thenComparing(Alert::alertId))
                .forEach(alert -> {
                    Evidence last = alert.evidence().get(alert.evidence().size() - 1);
                    if (last.caseId() != null) {
                        Case of = of(
                                alert.subject(),
                                last.caseId(),
                                kept.getOrDefault(alert.subject(), Map.of()).getOrDefault(last.caseId(), List.of()));
                        reviews.putIfAbsent(
                                List.of(alert.rule().id(), alert.subject().storeKey(), last.caseId()),
                                new Review(of, alert.firedAt(), alert.rule().title(), since(last)));
                    }
                });
        return List.copyOf(reviews.values());
    }

    /** What is kept of a case in somebody's record, under whichever id it was published. */
    Case find(Subject subject, String caseId) {
        return of(subject, caseId, byCase().getOrDefault(subject, Map.of()).getOrDefault(caseId, List.of()));
    }

    private Map<Subject, Map<String, List<Observation>>> byCase() {
        Map<Subject, Map<String, List<Observation>>> cases = new LinkedHashMap<>();
        population.counting().forEach((subject, facts) -> facts.stream()
                .filter(fact -> fact.text(Field.CASE_ID) != null)
                .forEach(fact -> cases.computeIfAbsent(subject, one -> new LinkedHashMap<>())
                        .computeIfAbsent(fact.text(Field.CASE_ID), one -> new ArrayList<>())
                        .add(fact)));
        return cases;
    }

    private static Case of(Subject subject, String caseId, List<Observation> facts) {
        boolean officer = subject.kind() == Subject.Kind.OFFICER;
        Set<String> groups = new TreeSet<>();
        facts.stream()
                .map(fact -> fact.text(Field.GROUP))
                .filter(group -> group != null && Texts.isCode(group))
                .forEach(groups::add);
        String tenantId = facts.isEmpty()
                ? officer ? Event.DEFAULT_TENANT : subject.id()
                : facts.get(0).event().tenantId();
        return new Case(tenantId, officer ? subject.id() : null, caseId, facts.size(), groups);
    }

    private String since(Evidence evidence) {
        Event event = events.get(evidence.eventId());
        String what = event == null ? evidence.eventId() : event.type().name();
        return what + " " + evidence.at().toString().substring(0, 10) + code(event, Field.DECISION)
                + code(event, Field.REASON);
    }

    private static String code(Event event, Field field) {
        String text = event == null ? null : event.text(field);
        return text == null || !Texts.isCode(text) ? "" : " " + text;
    }
}
