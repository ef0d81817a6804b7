package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Erasures in some streams, with dice of their own: the others stay what they were. */
final class RandomErasures {
    private final Dice dice;

    RandomErasures(long seed) {
        this.dice = new Dice(seed ^ 0x2545F4914F6CDD1DL);
    }

    Scenario in(Scenario scenario) {
        if (!dice.chance(25)) {
            return scenario;
        }
        List<Event> events = new ArrayList<>(scenario.events());
        for (int i = dice.between(1, 3); i > 0; i--) {
            Event last = dice.of(scenario.events());
            if (last.officerId() != null && !tearsVersionsApart(scenario.events(), last)) {
                events.add(dice.between(0, events.size()), upTo(last, "erasure-" + i));
            }
        }
        return scenario.withEvents(events);
    }

    private static Event upTo(Event last, String eventId) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, eventId);
        fields.put(Field.EVENT_TYPE, EventType.ERASED.name());
        fields.put(Field.OFFICER_ID, last.officerId());
        fields.put(Field.AT, last.at());
        return EventBuilder.of(fields);
    }

    /** A version that is gone cannot stand again when the one that replaced it is erased. */
    private static boolean tearsVersionsApart(List<Event> events, Event last) {
        Instant until = last.at();
        return events.stream()
                .filter(event -> last.officerId().equals(event.officerId()))
                .collect(Collectors.groupingBy(Event::eventId))
                .values()
                .stream()
                .anyMatch(versions -> versions.stream()
                                .map(version -> version.at().isAfter(until))
                                .distinct()
                                .count()
                        > 1);
    }
}
