package org.misconductmonitor.reference;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Subject;

/** Which version of each fact stands. */
final class ReferenceVersions {
    /** A version that is greater by this takes the place of the other. */
    static final Comparator<Event> BY_VERSION = Comparator.comparingInt(Event::revision)
            .thenComparing(ReferenceVersions::canonical, Arrays::compareUnsigned);

    /** A fact is an eventId under one subject. */
    private record Identity(Subject subject, String eventId) {}

    private ReferenceVersions() {}

    static List<Event> standing(Collection<Event> received) {
        Map<Identity, Event> standing = new HashMap<>();
        for (Event event : received) {
            standing.merge(new Identity(event.subject(), event.eventId()), event, ReferenceVersions::greater);
        }
        return List.copyOf(standing.values());
    }

    static Event greater(Event a, Event b) {
        return BY_VERSION.compare(a, b) >= 0 ? a : b;
    }

    private static byte[] canonical(Event event) {
        return EventJson.write(event).getBytes(StandardCharsets.UTF_8);
    }
}
