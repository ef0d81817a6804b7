package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Requests for an officer's account, from the date by which it was asked for until it comes or the case is closed. */
final class OverdueRequests {
    private OverdueRequests() {}

    static List<Item> items(Snapshot snapshot, Query query) {
        CaseSteps ends = new CaseSteps(snapshot.facts(EventType.RESPONSE_RECEIVED, EventType.CASE_CLOSED));
        List<Item> items = new ArrayList<>();
        for (Known request : snapshot.facts(EventType.RESPONSE_REQUESTED)) {
            if (request.fact().get(Field.DUE_AT) instanceof Instant due) {
                Instant asked = request.fact().event().at();
                Instant from = due.isBefore(asked) ? asked : due;
                Instant until = ends.firstAfter(
                        request,
                        end -> end.fact().type() == EventType.CASE_CLOSED
                                || end.subject().equals(request.subject()));
                if (until == null || until.isAfter(from)) {
                    items.add(new Item(request, from, until));
                }
            }
        }
        return items;
    }
}
