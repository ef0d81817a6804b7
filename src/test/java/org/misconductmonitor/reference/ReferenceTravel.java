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

/** In whose record each fact comes to rest, and which facts are out. */
final class ReferenceTravel {
    static final Comparator<Event> IN_ORDER =
            Comparator.comparing(Event::at).thenComparing(Event::eventId, StandingAlert.BYTES);

    private final Map<Subject, List<Event>> published;

    private ReferenceTravel(List<Event> standing) {
        this.published = standing.stream().collect(Collectors.groupingBy(Event::subject));
    }

    /** The facts in force of every subject, in order. */
    static Map<Subject, List<Event>> atRest(List<Event> standing) {
        ReferenceTravel travel = new ReferenceTravel(standing);
        Map<Subject, List<Event>> arrived = new HashMap<>();
        for (Event fact : standing) {
            travel.restingPlace(fact).ifPresent(place -> arrived.computeIfAbsent(place, none -> new ArrayList<>())
                    .add(fact));
        }
        arrived.replaceAll((subject, facts) -> inForce(facts));
        return arrived;
    }

    /** Follows the fact from officer to officer; empty if it is out at one of them. */
    private Optional<Subject> restingPlace(Event fact) {
        Subject here = fact.subject();
        Event hop = null;
        while (true) {
            List<Event> publishedHere = published.getOrDefault(here, List.of());
            if (superseded(fact, publishedHere)) {
                return Optional.empty();
            }
            Event decisive = latestReassignment(fact, here, publishedHere);
            boolean obeyed = decisive != null && (hop == null || IN_ORDER.compare(decisive, hop) > 0);
            String to = obeyed ? decisive.text(Field.TO_OFFICER_ID) : null;
            if (to == null || to.equals(here.id())) {
                return Optional.of(here);
            }
            here = Subject.ofOfficer(to);
            hop = decisive;
        }
    }

    private static Event latestReassignment(Event fact, Subject here, List<Event> publishedHere) {
        if (fact.type() == EventType.REASSIGNED || fact.allegationId() == null || here.kind() != Subject.Kind.OFFICER) {
            return null;
        }
        return publishedHere.stream()
                .filter(other -> other.type() == EventType.REASSIGNED)
                .filter(other -> fact.allegationId().equals(other.allegationId()))
                .filter(other -> !superseded(other, publishedHere))
                .max(IN_ORDER)
                .orElse(null);
    }

    private static boolean superseded(Event fact, List<Event> others) {
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
