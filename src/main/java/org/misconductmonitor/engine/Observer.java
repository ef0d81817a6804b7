package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Hop;

/** Decides what becomes of each fact of a record, as the package description has it. */
final class Observer {
    private static final Comparator<OfficerRecord.Entry> IN_ORDER =
            Comparator.comparing(entry -> entry.fact.event(), EventOrder.BY_TIME);
    private static final Set<String> UNCOUNTED_ROLES = Set.of("WITNESS", "VICTIM");

    private final OfficerRecord record;

    Observer(OfficerRecord record) {
        this.record = record;
    }

    /** @return the hand-over that takes the fact away, or null if it stays */
    Handover away(OfficerRecord.Entry entry) {
        Event event = entry.fact.event();
        if (event.type() == EventType.REASSIGNED || event.allegationId() == null) {
            return null;
        }
        Event latest = null;
        for (OfficerRecord.Entry other : record.ofAllegation(event.allegationId())) {
            Event candidate = other.fact.event();
            if (candidate.type() == EventType.REASSIGNED
                    && other.fact.hop() == null
                    && !superseded(other)
                    && (latest == null || EventOrder.BY_TIME.compare(candidate, latest) > 0)) {
                latest = candidate;
            }
        }
        if (latest == null || record.id().equals(latest.text(Field.TO_OFFICER_ID))) {
            return null;
        }
        Hop hop = entry.fact.hop();
        if (hop != null && EventOrder.of(latest).compareTo(hop.order()) <= 0) {
            return null;
        }
        return Handover.of(record.id(), latest, event);
    }

    /** @return the fact as rules see it, or null if it does not count */
    Observation observe(OfficerRecord.Entry entry) {
        if (isOut(entry)) {
            return null;
        }
        List<OfficerRecord.Entry> speakers = speakers(entry);
        Map<Field, Object> said = said(speakers);
        Event recorded = entry.fact.event().type() == EventType.RECORDED ? null : earliestRecorded(entry);
        Observation observation = new Observation(entry.fact, said, recorded, outcomes(entry, speakers));
        Object state = observation.get(Field.RECORD_STATE);
        boolean counts = (state == null || "FINAL".equals(state))
                && !UNCOUNTED_ROLES.contains(String.valueOf(observation.get(Field.SUBJECT_ROLE)));
        return counts ? observation : null;
    }

    private boolean isOut(OfficerRecord.Entry entry) {
        return entry.away != null || superseded(entry);
    }

    private boolean superseded(OfficerRecord.Entry entry) {
        String eventId = entry.fact.event().eventId();
        for (OfficerRecord.Entry other : record.naming(eventId)) {
            if (other != entry && eventId.equals(other.fact.event().text(Field.SUPERSEDES))) {
                return true;
            }
        }
        return false;
    }

    /** Facts that say something of this one, in order. */
    private List<OfficerRecord.Entry> speakers(OfficerRecord.Entry entry) {
        Event event = entry.fact.event();
        List<OfficerRecord.Entry> speakers = new ArrayList<>(4);
        for (OfficerRecord.Entry other : record.ofAllegation(event.allegationId())) {
            addSpeaker(entry, other, speakers);
        }
        for (OfficerRecord.Entry other : record.aboutCase(event.caseId())) {
            addSpeaker(entry, other, speakers);
        }
        for (OfficerRecord.Entry other : record.naming(event.eventId())) {
            if (event.eventId().equals(Statements.namedFact(other.fact.event())) && other != entry && !isOut(other)) {
                speakers.add(other);
            }
        }
        speakers.sort(IN_ORDER);
        return speakers;
    }

    private void addSpeaker(OfficerRecord.Entry entry, OfficerRecord.Entry other, List<OfficerRecord.Entry> speakers) {
        EventType type = other.fact.event().type();
        if (other != entry
                && Statements.speaks(type)
                && Statements.namedFact(other.fact.event()) == null
                && !isOut(other)) {
            speakers.add(other);
        }
    }

    private static Map<Field, Object> said(List<OfficerRecord.Entry> speakers) {
        if (speakers.isEmpty()) {
            return Map.of();
        }
        Map<Field, Object> said = new EnumMap<>(Field.class);
        speakers.forEach(speaker -> said.putAll(Statements.of(speaker.fact.event())));
        return said;
    }

    private Event earliestRecorded(OfficerRecord.Entry entry) {
        Event earliest = null;
        for (OfficerRecord.Entry other : record.ofAllegation(entry.fact.event().allegationId())) {
            Event event = other.fact.event();
            if (event.type() == EventType.RECORDED
                    && !isOut(other)
                    && (earliest == null || EventOrder.BY_TIME.compare(event, earliest) < 0)) {
                earliest = event;
            }
        }
        return earliest;
    }

    private List<Outcome> outcomes(OfficerRecord.Entry entry, List<OfficerRecord.Entry> speakers) {
        List<OfficerRecord.Entry> decisive = new ArrayList<>(2);
        for (OfficerRecord.Entry speaker : speakers) {
            if (Outcome.decides(speaker.fact.event().type())) {
                decisive.add(speaker);
            }
        }
        if (Outcome.decides(entry.fact.event().type())) {
            decisive.add(entry);
            decisive.sort(IN_ORDER);
        }
        return decisive.isEmpty()
                ? List.of()
                : decisive.stream().map(e -> Outcome.of(e.fact.event())).toList();
    }
}
