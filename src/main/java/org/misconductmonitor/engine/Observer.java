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

/** Decides what each fact of a record comes to, as the package description has it. */
final class Observer {
    private static final Comparator<OfficerRecord.Entry> IN_ORDER =
            Comparator.comparing(entry -> entry.fact.event(), EventOrder.BY_TIME);
    private static final Set<String> UNCOUNTED_ROLES = Set.of("WITNESS", "VICTIM");

    private final RecordIndex record;
    private final Travel travel;

    Observer(RecordIndex record, Travel travel) {
        this.record = record;
        this.travel = travel;
    }

    /** @return the fact as rules see it, or null if it does not count */
    Observation observe(OfficerRecord.Entry entry) {
        EventType type = entry.fact.event().type();
        if (type == EventType.UNKNOWN || type == EventType.ERASED || isOut(entry)) {
            return null;
        }
        Observation observation = view(entry);
        return isFinal(observation) && isAboutConduct(observation) ? observation : null;
    }

    /** What becomes of the fact. */
    RecordView.Standing standing(OfficerRecord.Entry entry) {
        if (entry.fact.event().type() == EventType.ERASED) {
            return RecordView.Standing.ERASURE;
        }
        if (isOut(entry)) {
            return entry.away != null ? RecordView.Standing.HANDED_OVER : RecordView.Standing.SUPERSEDED;
        }
        if (entry.fact.event().type() == EventType.UNKNOWN) {
            return RecordView.Standing.UNKNOWN_TYPE;
        }
        Observation observation = view(entry);
        if (!isFinal(observation)) {
            return RecordView.Standing.NOT_FINAL;
        }
        return isAboutConduct(observation) ? RecordView.Standing.COUNTS : RecordView.Standing.NOT_ABOUT_CONDUCT;
    }

    /** The fact with what others say of it, whether it counts or not. */
    Observation view(OfficerRecord.Entry entry) {
        List<OfficerRecord.Entry> speakers = speakers(entry);
        OfficerRecord.Entry recorded = earliestRecorded(entry);
        return observed(
                entry,
                said(speakers),
                recorded == null ? null : observed(recorded, said(speakers(recorded)), null, List.of()),
                outcomes(entry, speakers));
    }

    private static boolean isFinal(Observation observation) {
        Object state = observation.get(Field.RECORD_STATE);
        return state == null || "FINAL".equals(state);
    }

    private static boolean isAboutConduct(Observation observation) {
        Object role = observation.get(Field.SUBJECT_ROLE);
        return role == null || !UNCOUNTED_ROLES.contains(role);
    }

    private static Observation observed(
            OfficerRecord.Entry entry, Map<Field, Object> said, Observation recorded, List<Outcome> outcomes) {
        return new Observation(entry.fact.event(), entry.fact.key(), said, recorded, outcomes);
    }

    private boolean isOut(OfficerRecord.Entry entry) {
        return !travel.rests(entry) || eclipsed(entry) || superseded(entry);
    }

    /** Superseded by a fact that rests here. */
    private boolean superseded(OfficerRecord.Entry entry) {
        for (OfficerRecord.Entry other : record.naming(entry.fact.event().eventId())) {
            if (Travel.supersedes(other, entry) && travel.rests(other) && !eclipsed(other)) {
                return true;
            }
        }
        return false;
    }

    /** Another fact with this eventId came to rest here in a greater version. */
    private boolean eclipsed(OfficerRecord.Entry entry) {
        for (OfficerRecord.Entry other : record.withEventId(entry.fact.event().eventId())) {
            if (other != entry && travel.rests(other) && travel.isGreater(other, entry)) {
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

    private OfficerRecord.Entry earliestRecorded(OfficerRecord.Entry entry) {
        if (entry.fact.event().type() == EventType.RECORDED) {
            return null;
        }
        OfficerRecord.Entry earliest = null;
        for (OfficerRecord.Entry other : record.ofAllegation(entry.fact.event().allegationId())) {
            if (other.fact.event().type() == EventType.RECORDED
                    && !isOut(other)
                    && (earliest == null || IN_ORDER.compare(other, earliest) < 0)) {
                earliest = other;
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
        if (decisive.isEmpty()) {
            return List.of();
        }
        List<Outcome> outcomes = new ArrayList<>(decisive.size());
        for (OfficerRecord.Entry each : decisive) {
            outcomes.add(Outcome.of(each.fact.event()));
        }
        return outcomes;
    }
}
