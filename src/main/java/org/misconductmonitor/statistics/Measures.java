package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** Suspensions and restrictions while they are in force: until they are ended, endsAt, or the officer leaves. */
final class Measures {
    private Measures() {}

    static List<Item> inForce(Snapshot snapshot, Query query) {
        Map<Subject, List<Known>> ends = new HashMap<>();
        for (Known end : snapshot.facts(EventType.MEASURE_ENDED, EventType.LEFT)) {
            ends.computeIfAbsent(end.subject(), none -> new ArrayList<>()).add(end);
        }
        return snapshot.facts(EventType.MEASURE_STARTED).stream()
                .map(start -> {
                    Instant until = end(start, ends.getOrDefault(start.subject(), List.of()));
                    return new Item(start, start.fact().event().at(), until);
                })
                .toList();
    }

    private static Instant end(Known start, List<Known> ends) {
        Event started = start.fact().event();
        Instant until = start.fact().get(Field.ENDS_AT) instanceof Instant endsAt ? endsAt : null;
        for (Known end : ends) {
            Event ended = end.fact().event();
            boolean ofIt = ended.type() == EventType.LEFT
                    || Objects.equals(
                            end.fact().text(Field.MEASURE), start.fact().text(Field.MEASURE));
            if (ofIt
                    && EventOrder.BY_TIME.compare(ended, started) > 0
                    && (until == null || ended.at().isBefore(until))) {
                until = ended.at();
            }
        }
        return until;
    }
}
