package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.ReferenceIdentity.Told;

/** In whose record each fact comes to rest, and which facts are out. */
final class ReferenceTravel {
    static final Comparator<Event> IN_ORDER =
            Comparator.comparing(Event::at).thenComparing(Event::eventId, StandingAlert.BYTES);

    private final Map<Subject, List<Event>> published;
    private final ReferenceErasures erasures;
    private final ReferenceIdentity identity;
    private final Map<Subject, List<Told>> told;

    private ReferenceTravel(List<Event> standing, ReferenceErasures erasures) {
        this.erasures = erasures;
        this.published = standing.stream().collect(Collectors.groupingBy(Event::subject));
        this.identity = new ReferenceIdentity(published, erasures);
        this.told = identity.told();
    }

    /** The facts in force of every subject, in order. */
    static Map<Subject, List<Event>> atRest(List<Event> standing, ReferenceErasures erasures) {
        ReferenceTravel travel = new ReferenceTravel(standing, erasures);
        Map<Subject, List<Event>> arrived = new HashMap<>();
        travel.told.forEach((subject, facts) -> facts.forEach(each -> travel.restingPlace(each, subject)
                .ifPresent(place -> arrived.computeIfAbsent(place, none -> new ArrayList<>())
                        .add(each.fact()))));
        arrived.replaceAll((subject, facts) -> inForce(facts));
        return arrived;
    }

    /** Follows the fact from officer to officer; empty if it is out at one of them. */
    private Optional<Subject> restingPlace(Told each, Subject first) {
        Event fact = each.fact();
        Subject here = first;
        Event hop = null;
        while (true) {
            if (erasures.covers(fact, here) || superseded(fact, correcting(here))) {
                return Optional.empty();
            }
            Event decisive = latestReassignment(fact, here);
            boolean obeyed = decisive != null && (hop == null || IN_ORDER.compare(decisive, hop) > 0);
            String to = obeyed ? decisive.text(Field.TO_OFFICER_ID) : null;
            if (to == null || to.equals(here.id())) {
                return Optional.of(here);
            }
            Optional<Subject> next = identity.meant(fact, each.happenedAt(), Subject.ofOfficer(to));
            if (next.isEmpty()) {
                return next;
            }
            here = next.get();
            hop = decisive;
        }
    }

    /** What came under this key, whomever it meant, and what meant this officer. */
    private List<Event> correcting(Subject here) {
        List<Event> facts = new ArrayList<>(published.getOrDefault(here, List.of()));
        told.getOrDefault(here, List.of()).forEach(each -> facts.add(each.fact()));
        return facts;
    }

    private Event latestReassignment(Event fact, Subject here) {
        if (fact.type() == EventType.REASSIGNED
                || ReferenceIdentity.isStatement(fact)
                || fact.allegationId() == null
                || here.kind() != Subject.Kind.OFFICER) {
            return null;
        }
        List<Event> correcting = correcting(here);
        return told.getOrDefault(here, List.of()).stream()
                .map(Told::fact)
                .filter(other -> other.type() == EventType.REASSIGNED)
                .filter(other -> fact.allegationId().equals(other.allegationId()))
                .filter(other -> !superseded(other, correcting))
                .max(IN_ORDER)
                .orElse(null);
    }

    static boolean superseded(Event fact, List<Event> others) {
        return others.stream()
                .anyMatch(other -> !other.eventId().equals(fact.eventId())
                        && fact.eventId().equals(other.text(Field.SUPERSEDES)));
    }

    /** One fact of each eventId, and of these the ones that no other supersedes. */
    private static List<Event> inForce(List<Event> arrived) {
        List<Event> facts = List.copyOf(arrived.stream()
                .collect(Collectors.toMap(Event::eventId, fact -> fact, ReferenceVersions::greater))
                .values());
        return facts.stream()
                .filter(fact -> !superseded(fact, facts))
                .sorted(IN_ORDER)
                .toList();
    }
}
