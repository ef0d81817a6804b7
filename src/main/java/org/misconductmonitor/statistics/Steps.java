package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Subject;

/** Steps of a career, told whether a case or an allegation against the officer was open just before. */
final class Steps {
    private Steps() {}

    static Source of(EventType... types) {
        return (snapshot, query) -> {
            Map<Subject, List<Spell>> matters = query.mentions(Dimension.OPEN_MATTER) ? matters(snapshot) : Map.of();
            return snapshot.facts(types).stream()
                    .map(step -> {
                        Item item = Source.item(step);
                        boolean open = matters.getOrDefault(step.subject(), List.of()).stream()
                                .anyMatch(spell -> spell.holdsBefore(item.from())
                                        && !item.from().equals(spell.until()));
                        return item.with(Dimension.OPEN_MATTER, open ? "YES" : "NO");
                    })
                    .toList();
        };
    }

    private static Map<Subject, List<Spell>> matters(Snapshot snapshot) {
        Map<Subject, List<Spell>> matters = new HashMap<>();
        for (Known known : snapshot.facts(EventType.RECORDED)) {
            matters.computeIfAbsent(known.subject(), none -> new ArrayList<>())
                    .addAll(Spell.ofAllegation(known.fact()));
        }
        CaseSteps closed = new CaseSteps(snapshot.facts(EventType.CASE_CLOSED));
        for (Known opened : snapshot.facts(EventType.CASE_OPENED)) {
            if (opened.subject().kind() == Subject.Kind.OFFICER) {
                Instant until = closed.firstAfter(opened, any -> true);
                matters.computeIfAbsent(opened.subject(), none -> new ArrayList<>())
                        .add(new Spell(opened.fact().event().at(), until));
            }
        }
        return matters;
    }
}
