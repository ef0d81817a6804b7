package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** Who is meant by each key: aliases are seen through before anything else is looked at. */
final class ReferenceIdentity {
    private static final Set<EventType> STATEMENTS = Set.of(EventType.ALIAS_LINKED, EventType.ALIAS_SPLIT);
    private static final Comparator<Event> AS_STATED =
            ReferenceTravel.IN_ORDER.thenComparing(ReferenceVersions.BY_VERSION);

    /**
     * A fact as if it had been published under the officer.
     *
     * @param fact with the officer's id
     * @param happenedAt by which aliases are looked up
     */
    record Told(Event fact, Instant happenedAt) {
        private static final Comparator<Told> BY_RANK = Comparator.comparing(Told::fact, ReferenceVersions.BY_VERSION)
                .thenComparing(Told::happenedAt, Comparator.reverseOrder());

        static Told greater(Told a, Told b) {
            return BY_RANK.compare(a, b) >= 0 ? a : b;
        }
    }

    private record Link(String alias, Event statement) {}

    private final Map<Subject, List<Event>> published;
    private final Map<String, List<Event>> statements = new HashMap<>();

    private final ReferenceErasures erasures;

    /** @param published the standing versions, by the key they came under */
    ReferenceIdentity(Map<Subject, List<Event>> published, ReferenceErasures erasures) {
        this.erasures = erasures;
        this.published = published;
    }

    static boolean isStatement(Event event) {
        return STATEMENTS.contains(event.type());
    }

    /** What is told of each subject, one version of every fact. */
    Map<Subject, List<Told>> told() {
        Map<Subject, Map<String, Told>> told = new HashMap<>();
        published.forEach((key, facts) -> facts.forEach(fact -> {
            Instant happenedAt = happenedAt(fact);
            meant(fact, happenedAt, key).ifPresent(officer -> told.computeIfAbsent(officer, none -> new HashMap<>())
                    .merge(fact.eventId(), new Told(under(officer, fact), happenedAt), Told::greater));
        }));
        Map<Subject, List<Told>> lists = new HashMap<>();
        told.forEach((officer, facts) -> lists.put(officer, List.copyOf(facts.values())));
        return lists;
    }

    private static Event under(Subject officer, Event fact) {
        return officer.equals(fact.subject()) ? fact : fact.with(Map.of(Field.OFFICER_ID, officer.id()));
    }

    /** Whom the fact means if it comes under that key; empty if it is corrected under a key on the way. */
    Optional<Subject> meant(Event fact, Instant happenedAt, Subject key) {
        List<Link> way = new ArrayList<>();
        Subject here = key;
        while (true) {
            if (erasures.covers(fact, here)
                    || ReferenceTravel.superseded(fact, published.getOrDefault(here, List.of()))) {
                return Optional.empty();
            }
            if (isStatement(fact) || here.kind() != Subject.Kind.OFFICER) {
                return Optional.of(here);
            }
            String alias = here.id();
            Optional<Event> link = link(alias, happenedAt);
            List<String> passed = way.stream().map(Link::alias).toList();
            if (passed.contains(alias)) {
                return way.subList(passed.indexOf(alias), way.size()).stream()
                        .min(Comparator.comparing(Link::statement, ReferenceTravel.IN_ORDER)
                                .thenComparing(Link::alias, StandingAlert.BYTES))
                        .map(earliest -> Subject.ofOfficer(earliest.alias()));
            }
            if (link.isEmpty()) {
                return Optional.of(here);
            }
            way.add(new Link(alias, link.get()));
            here = Subject.ofOfficer(officer(link.get()));
        }
    }

    private Optional<Event> link(String alias, Instant time) {
        List<Event> valid = statements.computeIfAbsent(alias, this::statements).stream()
                .filter(statement -> statement.instant(Field.STARTS_AT) == null
                        || !statement.instant(Field.STARTS_AT).isAfter(time))
                .filter(statement -> statement.instant(Field.ENDS_AT) == null
                        || statement.instant(Field.ENDS_AT).isAfter(time))
                .toList();
        return valid.stream()
                .filter(statement -> statement.type() == EventType.ALIAS_LINKED)
                .filter(link -> valid.stream()
                        .noneMatch(split -> split.type() == EventType.ALIAS_SPLIT
                                && officer(split).equals(officer(link))
                                && AS_STATED.compare(split, link) > 0))
                .max(AS_STATED);
    }

    /** What anybody says of the alias and has not taken back. */
    private List<Event> statements(String alias) {
        Subject own = Subject.ofOfficer(alias);
        List<Event> heard = new ArrayList<>();
        published.forEach((key, facts) -> facts.stream()
                .filter(fact -> isStatement(fact) && key.kind() == Subject.Kind.OFFICER)
                .filter(fact -> alias.equals(alias(fact)) && !alias.equals(officer(fact)))
                .filter(fact -> fact.get(Field.RECORD_STATE) == null || "FINAL".equals(fact.get(Field.RECORD_STATE)))
                .filter(fact -> !erasures.covers(fact, own))
                .filter(fact -> key.equals(own) || !ReferenceTravel.superseded(fact, facts))
                .forEach(heard::add));
        List<Event> correcting = new ArrayList<>(heard);
        correcting.addAll(published.getOrDefault(own, List.of()));
        return heard.stream()
                .filter(statement -> !ReferenceTravel.superseded(statement, correcting))
                .toList();
    }

    private static String alias(Event statement) {
        boolean own = statement.get(Field.ALIAS) == null && statement.get(Field.TO_OFFICER_ID) != null;
        return own ? statement.officerId() : statement.text(Field.ALIAS);
    }

    private static String officer(Event statement) {
        return statement.get(Field.TO_OFFICER_ID) == null ? statement.officerId() : statement.text(Field.TO_OFFICER_ID);
    }

    /** An allegation's time is that of its latest correction, or else the earliest that a record of it gives. */
    private Instant happenedAt(Event fact) {
        List<Event> under = published.get(fact.subject());
        List<Event> others = under.stream()
                .filter(other ->
                        fact.allegationId() != null && fact.allegationId().equals(other.allegationId()))
                .filter(other -> !ReferenceTravel.superseded(other, under))
                .toList();
        Optional<Instant> amended = others.stream()
                .filter(other -> other.type() == EventType.AMENDED && other.instant(Field.OCCURRED_AT) != null)
                .max(ReferenceTravel.IN_ORDER)
                .map(other -> other.instant(Field.OCCURRED_AT));
        Optional<Instant> recorded = others.stream()
                .filter(other -> other.type() == EventType.RECORDED)
                .map(ReferenceIdentity::ownTime)
                .min(Comparator.naturalOrder());
        return amended.or(() -> recorded).orElse(ownTime(fact));
    }

    private static Instant ownTime(Event fact) {
        Instant occurredAt = fact.instant(Field.OCCURRED_AT);
        return occurredAt == null ? fact.at() : occurredAt;
    }
}
