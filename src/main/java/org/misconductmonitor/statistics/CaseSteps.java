package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.Field;

/** Facts by their case. */
final class CaseSteps {
    private record Case(String tenantId, String caseId) {}

    private final Map<Case, List<Known>> cases = new HashMap<>();

    /** @param facts those that name no case are left out */
    CaseSteps(List<Known> facts) {
        for (Known known : facts) {
            if (known.fact().text(Field.CASE_ID) != null) {
                cases.computeIfAbsent(caseOf(known), none -> new ArrayList<>()).add(known);
            }
        }
    }

    Iterable<List<Known>> cases() {
        return cases.values();
    }

    /** The time of the first of them that lies after the start in order, in the start's case; or null. */
    Instant firstAfter(Known start, Predicate<Known> wanted) {
        Event begun = start.fact().event();
        return cases.getOrDefault(caseOf(start), List.of()).stream()
                .filter(wanted)
                .map(known -> known.fact().event())
                .filter(event -> EventOrder.BY_TIME.compare(event, begun) > 0)
                .map(Event::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Case caseOf(Known known) {
        return new Case(known.fact().event().tenantId(), known.fact().text(Field.CASE_ID));
    }
}
