package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Subject;

/** Up to when the record of each subject was erased. */
final class ReferenceErasures {
    private final Map<Subject, Instant> until = new HashMap<>();

    ReferenceErasures(Collection<Event> received) {
        received.stream()
                .filter(event -> event.type() == EventType.ERASED)
                .forEach(event -> until.merge(event.subject(), event.at(), (a, b) -> a.isAfter(b) ? a : b));
    }

    /** Whether the fact must not be known in the record. */
    boolean covers(Event fact, Subject record) {
        return until.containsKey(record) && !fact.at().isAfter(until.get(record));
    }

    /** What was published and has not been erased where it was. */
    List<Event> left(Collection<Event> received) {
        return received.stream()
                .filter(event -> event.type() != EventType.ERASED && !covers(event, event.subject()))
                .toList();
    }
}
