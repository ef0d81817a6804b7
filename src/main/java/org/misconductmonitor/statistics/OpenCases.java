package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;

/**
 * Cases while they are open. Where the life of a case is published: from its first CASE_OPENED or RECORDED fact, and again
 * from a REOPENED one, until CASE_CLOSED. Otherwise while one of its officer-allegations is.
 */
final class OpenCases {
    private static final Set<EventType> LIFE = Set.of(EventType.CASE_OPENED, EventType.CASE_CLOSED);
    private static final Comparator<Known> IN_ORDER = Comparator.comparing(
                    (Known known) -> Source.item(known).from())
            .thenComparing(known -> known.fact().eventId(), EventOrder.BYTE_ORDER);

    private OpenCases() {}

    static List<Item> items(Snapshot snapshot, Query query) {
        CaseSteps steps = new CaseSteps(
                snapshot.facts(EventType.CASE_OPENED, EventType.CASE_CLOSED, EventType.RECORDED, EventType.REOPENED));
        List<Item> items = new ArrayList<>();
        for (List<Known> facts : steps.cases()) {
            facts.sort(IN_ORDER);
            Known face = face(facts);
            for (Spell spell : spells(facts)) {
                items.add(new Item(face, spell.from(), spell.until()));
            }
        }
        return items;
    }

    private static List<Spell> spells(List<Known> facts) {
        if (facts.stream().noneMatch(known -> LIFE.contains(known.fact().type()))) {
            return Spell.union(facts.stream()
                    .filter(known -> known.fact().type() == EventType.RECORDED)
                    .flatMap(known -> Spell.ofAllegation(known.fact()).stream())
                    .toList());
        }
        List<Spell> spells = new ArrayList<>(1);
        Item opened = null;
        boolean begun = false;
        for (Known known : facts) {
            Item step = Source.item(known);
            if (known.fact().type() == EventType.CASE_CLOSED) {
                if (opened != null && step.from().isAfter(opened.from())) {
                    spells.add(new Spell(opened.from(), step.from()));
                }
                opened = null;
                begun = true;
            } else if (opened == null && (!begun || known.fact().type() != EventType.RECORDED)) {
                opened = step;
                begun = true;
            }
        }
        if (opened != null) {
            spells.add(new Spell(opened.from(), null));
        }
        return spells;
    }

    /** The fact that says what kind of case it is. */
    private static Known face(List<Known> facts) {
        return facts.stream()
                .filter(known -> known.fact().type() == EventType.CASE_OPENED)
                .findFirst()
                .orElse(facts.get(0));
    }
}
