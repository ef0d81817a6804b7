package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * What records said at any time: a fact is known from its own business time, {@link Event#at}. At every time the records
 * are those of the facts known by then, in the sense of the package description, wherever these travel.
 */
public final class Chronicle {
    private record Place(Subject subject, String key) {}

    private record Open(Observation fact, Instant from) {}

    private final Map<Subject, OfficerRecord> records = new HashMap<>();
    private final Map<Place, Open> open = new LinkedHashMap<>();
    private final Set<Place> touched = new LinkedHashSet<>();
    private final List<Known> known = new ArrayList<>();

    private final Erasures erasures;

    private Chronicle(Erasures erasures) {
        this.erasures = erasures;
    }

    /**
     * Tells the story of some facts.
     *
     * @param facts one version of each fact, with every fact that says something of one of them, in any order
     * @param erasures of the records: none of the facts was published into what was erased, but some may travel there
     * @return how each was seen, and for how long; facts are left out while they do not count
     */
    public static List<Known> of(Collection<Event> facts, Erasures erasures) {
        Chronicle chronicle = new Chronicle(erasures);
        Instant time = null;
        for (Event fact : facts.stream().sorted(EventOrder.BY_TIME).toList()) {
            if (time != null && !time.equals(fact.at())) {
                chronicle.note(time);
            }
            time = fact.at();
            chronicle.take(fact);
        }
        if (time != null) {
            chronicle.note(time);
        }
        chronicle.open.forEach(
                (place, last) -> chronicle.known.add(new Known(place.subject(), last.fact(), last.from(), null)));
        return chronicle.known;
    }

    private void take(Event fact) {
        Deque<Handover> travelling = new ArrayDeque<>();
        replace(fact.subject(), null, StoredFact.of(fact), travelling);
        while (!travelling.isEmpty()) {
            Handover handover = travelling.poll();
            Subject receiver = Subject.ofOfficer(handover.toOfficerId());
            StoredFact here = record(receiver).get(handover.fact().key());
            boolean stays =
                    handover.present() && !erasures.cover(handover.fact().event(), receiver);
            StoredFact arriving = stays ? handover.fact() : null;
            if (here != null || arriving != null) {
                replace(receiver, here, arriving, travelling);
            }
        }
    }

    private void replace(Subject subject, StoredFact replaced, StoredFact arriving, Deque<Handover> travelling) {
        RecordChange change = record(subject).replace(replaced, arriving);
        for (RecordChange.Shift shift : change.shifts()) {
            Observation seen = shift.after() == null ? shift.before() : shift.after();
            touched.add(new Place(subject, seen.key()));
        }
        travelling.addAll(change.handovers());
    }

    /** What counts is how things stand when all facts of one time are in. */
    private void note(Instant time) {
        for (Place place : touched) {
            Observation now = record(place.subject()).seen(place.key());
            Open before = open.get(place);
            if (before != null && before.fact() != now) {
                known.add(new Known(place.subject(), before.fact(), before.from(), time));
                open.remove(place);
            }
            if (now != null && (before == null || before.fact() != now)) {
                open.put(place, new Open(now, time));
            }
        }
        touched.clear();
    }

    private OfficerRecord record(Subject subject) {
        return records.computeIfAbsent(subject, OfficerRecord::new);
    }
}
