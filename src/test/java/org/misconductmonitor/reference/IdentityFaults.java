package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Mistakes an engine could make about who is who. */
final class IdentityFaults {
    private IdentityFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                EventFaults.ignores(EventType.ALIAS_LINKED),
                EventFaults.ignores(EventType.ALIAS_SPLIT),
                Fault.onEach("lets every link hold from ever", event -> unbounded(event, Field.STARTS_AT)),
                Fault.onEach("lets every link hold for ever", event -> unbounded(event, Field.ENDS_AT)),
                Fault.onEach("links by the end, not the start", IdentityFaults::endFirst),
                Fault.onEvents("moves only what comes after the link", IdentityFaults::onArrival),
                Fault.onEvents("lets the first link stand", IdentityFaults::firstLinks),
                Fault.onEvents("leaves facts with the alias as well", IdentityFaults::copied),
                Fault.onEach("takes a draft of a link for a link", IdentityFaults::inForce),
                Fault.dropping(
                        "knows only links published under the officer",
                        event -> ReferenceIdentity.isStatement(event) && event.get(Field.ALIAS) == null));
    }

    private static Event unbounded(Event event, Field field) {
        return ReferenceIdentity.isStatement(event) ? changed(event, field, null) : event;
    }

    private static Event endFirst(Event event) {
        boolean open = event.get(Field.STARTS_AT) == null && event.get(Field.ENDS_AT) != null;
        return ReferenceIdentity.isStatement(event) && open
                ? changed(changed(event, Field.STARTS_AT, event.get(Field.ENDS_AT)), Field.ENDS_AT, null)
                : event;
    }

    private static Event inForce(Event event) {
        return ReferenceIdentity.isStatement(event) ? changed(event, Field.RECORD_STATE, null) : event;
    }

    private static List<Event> onArrival(List<Event> events) {
        Map<String, String> officers = new HashMap<>();
        List<Event> seen = new ArrayList<>();
        for (Event event : events) {
            if (event.type() == EventType.ALIAS_LINKED && event.get(Field.ALIAS) != null) {
                officers.put(event.text(Field.ALIAS), event.officerId());
            } else if (event.type() == EventType.ALIAS_SPLIT) {
                officers.remove(event.text(Field.ALIAS));
            } else {
                String officer = officers.get(event.officerId());
                seen.add(officer == null ? event : changed(event, Field.OFFICER_ID, officer));
            }
        }
        return seen;
    }

    private static List<Event> firstLinks(List<Event> events) {
        Map<String, Event> first = new HashMap<>();
        return events.stream()
                .filter(event -> event.type() != EventType.ALIAS_LINKED
                        || first.computeIfAbsent(String.valueOf(event.get(Field.ALIAS)), alias -> event) == event)
                .toList();
    }

    private static List<Event> copied(List<Event> events) {
        List<Event> all = new ArrayList<>(events);
        for (Event link : events) {
            if (link.type() == EventType.ALIAS_LINKED) {
                events.stream()
                        .filter(event -> event.officerId() != null && !ReferenceIdentity.isStatement(event))
                        .filter(event -> event.officerId().equals(link.get(Field.ALIAS)))
                        .map(event -> changed(event, Field.OFFICER_ID, link.officerId()))
                        .forEach(all::add);
            }
        }
        all.removeIf(ReferenceIdentity::isStatement);
        return all;
    }

    private static Event changed(Event event, Field field, Object value) {
        Map<Field, Object> change = new EnumMap<>(Field.class);
        change.put(field, value);
        return event.with(change);
    }
}
