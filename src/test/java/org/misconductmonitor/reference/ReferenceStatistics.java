package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** The facts that counted at a time, worked out anew from all that were known then. */
public final class ReferenceStatistics {
    private ReferenceStatistics() {}

    /**
     * A fact that counts.
     *
     * @param subject in whose record it rests
     * @param event as published
     * @param fields as corrected
     * @param decisions FINALISED and REOPENED facts that speak of it or are it, in order
     */
    public record Fact(Subject subject, Event event, Map<Field, Object> fields, List<Event> decisions) {
        public String text(Field field) {
            return (String) fields.get(field);
        }

        public Instant time() {
            return event.type() == EventType.RECORDED ? (Instant) fields.get(Field.RECORDED_AT) : event.at();
        }

        /** Whether the last of the decisions up to a time, exclusive, is one: null if there is none. */
        public Boolean decidedBefore(Instant end) {
            Boolean decided = null;
            for (Event decision : decisions) {
                if (decision.at().isBefore(end)) {
                    decided = decision.type() == EventType.FINALISED;
                }
            }
            return decided;
        }
    }

    public static List<Fact> known(Collection<Event> events, Instant asOf) {
        ReferenceErasures erasures = new ReferenceErasures(events);
        List<Event> known = ReferenceVersions.standing(erasures.left(events)).stream()
                .filter(event -> !event.at().isAfter(asOf))
                .toList();
        List<Fact> counting = new ArrayList<>();
        ReferenceTravel.atRest(known, erasures).forEach((subject, facts) -> {
            ReferenceRecord record = new ReferenceRecord(facts);
            for (Event event : facts) {
                Map<Field, Object> fields = record.corrected(event);
                if (ReferenceRecord.counts(event, fields)) {
                    counting.add(new Fact(subject, event, fields, decisions(event, facts)));
                }
            }
        });
        return counting;
    }

    private static List<Event> decisions(Event event, List<Event> facts) {
        return facts.stream()
                .filter(other -> other.type() == EventType.FINALISED || other.type() == EventType.REOPENED)
                .filter(other -> other == event
                        || (other.allegationId() != null
                                ? other.allegationId().equals(event.allegationId())
                                : other.caseId() != null && other.caseId().equals(event.caseId())))
                .toList();
    }
}
