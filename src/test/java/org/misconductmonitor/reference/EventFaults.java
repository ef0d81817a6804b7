package org.misconductmonitor.reference;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Mistakes an engine could make with events. */
final class EventFaults {
    private EventFaults() {}

    static Stream<Fault> all() {
        Stream<Fault> types = Stream.of(
                        EventType.AMENDED,
                        EventType.WITHDRAWN,
                        EventType.RESTRICTED,
                        EventType.RESTORED,
                        EventType.REASSIGNED,
                        EventType.ASSESSED,
                        EventType.FINALISED,
                        EventType.REOPENED,
                        EventType.MATCH_DISMISSED,
                        EventType.ERASED)
                .map(EventFaults::ignores);
        Stream<Fault> fields = Stream.of(Field.SUPERSEDES, Field.RECORD_STATE, Field.SUBJECT_ROLE)
                .map(EventFaults::ignores);
        Stream<Fault> others = Stream.of(
                wrongOrder(),
                Fault.dropping("ignores what is said of a whole case", EventFaults::isOfCase),
                Fault.dropping(
                        "drops drafts at once",
                        event -> event.get(Field.RECORD_STATE) != null
                                && !"FINAL".equals(event.get(Field.RECORD_STATE))),
                Fault.onEvents("takes the first version", events -> oneEach(events, (first, next) -> first)),
                Fault.onEvents("takes the last version", events -> oneEach(events, (first, next) -> next)),
                Fault.onEvents("drops late facts", EventFaults::withoutLate),
                Fault.onEach("amends no times", EventFaults::withoutAmendedTimes),
                new Fault("forgets outcomes", x -> x, x -> x, alerts -> alerts.stream()
                        .map(alert -> edited(
                                alert,
                                fact -> new ReferenceEvidence(
                                        fact.eventId(), fact.allegationId(), fact.caseId(), fact.at(), null)))
                        .toList()));
        return Stream.of(types, fields, others).flatMap(each -> each);
    }

    static Fault ignores(EventType type) {
        return Fault.dropping("ignores " + type, event -> event.type() == type);
    }

    private static Fault ignores(Field field) {
        return Fault.onEach("ignores " + field, event -> without(event, field));
    }

    /** Facts of one instant come in order of arrival, not of eventId. */
    static Fault wrongOrder() {
        return new Fault(
                "one instant in order of arrival", EventFaults::arrivalInNanos, x -> x, alerts -> alerts.stream()
                        .map(alert -> edited(
                                alert,
                                fact -> new ReferenceEvidence(
                                        fact.eventId(),
                                        fact.allegationId(),
                                        fact.caseId(),
                                        fact.at().truncatedTo(ChronoUnit.MILLIS),
                                        fact.outcome())))
                        .toList());
    }

    private static List<Event> arrivalInNanos(List<Event> events) {
        List<Event> later = new ArrayList<>();
        for (Event event : events) {
            Field time = event.type() == EventType.RECORDED ? Field.RECORDED_AT : Field.AT;
            later.add(event.with(Map.of(time, event.at().plusNanos(later.size()))));
        }
        return later;
    }

    private static StandingAlert edited(StandingAlert alert, UnaryOperator<ReferenceEvidence> evidence) {
        return new StandingAlert(
                alert.ruleId(),
                alert.subjectId(),
                alert.level(),
                alert.levelIndex(),
                alert.firedAt().truncatedTo(ChronoUnit.MILLIS),
                alert.count(),
                alert.windowStart().truncatedTo(ChronoUnit.MILLIS),
                alert.windowEnd().truncatedTo(ChronoUnit.MILLIS),
                alert.evidence().stream().map(evidence).toList(),
                alert.dueBy(),
                alert.part(),
                alert.endedAt());
    }

    private static boolean isOfCase(Event event) {
        return event.allegationId() == null
                && Stream.of(EventType.WITHDRAWN, EventType.RESTRICTED, EventType.RESTORED, EventType.AMENDED)
                        .anyMatch(type -> type == event.type());
    }

    private static List<Event> oneEach(List<Event> events, BinaryOperator<Event> choice) {
        Map<String, Event> chosen = new LinkedHashMap<>();
        events.forEach(event -> chosen.merge(event.eventId() + " of " + event.subject(), event, choice));
        return List.copyOf(chosen.values());
    }

    private static List<Event> withoutLate(List<Event> events) {
        List<Event> inTime = new ArrayList<>();
        Instant newest = Instant.MIN;
        for (Event event : events) {
            if (!event.at().isBefore(newest)) {
                newest = event.at();
                inTime.add(event);
            }
        }
        return inTime;
    }

    private static Event withoutAmendedTimes(Event event) {
        return event.type() == EventType.AMENDED
                ? without(without(event, Field.RECORDED_AT), Field.OCCURRED_AT)
                : event;
    }

    private static Event without(Event event, Field field) {
        Map<Field, Object> none = new EnumMap<>(Field.class);
        none.put(field, null);
        return event.with(none);
    }
}
