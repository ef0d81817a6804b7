package org.misconductmonitor.engine;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** What an event says of other facts: corrections, states, assessments and outcomes. */
public final class Statements {
    /** What FINALISED sets as a whole and REOPENED clears. */
    public static final Set<Field> OUTCOME = Collections.unmodifiableSet(EnumSet.of(
            Field.FINDING,
            Field.DISCIPLINE,
            Field.DISCIPLINE_TEXT,
            Field.SUSPENSION_DAYS,
            Field.RECOMMENDED_FINDING,
            Field.RECOMMENDED_DISCIPLINE,
            Field.RECOMMENDED_SUSPENSION_DAYS));

    /** What a fact neither takes from others nor changes in others. */
    static final Set<Field> IDENTITY = Collections.unmodifiableSet(EnumSet.of(
            Field.EVENT_ID,
            Field.EVENT_TYPE,
            Field.REVISION,
            Field.SUPERSEDES,
            Field.TENANT_ID,
            Field.OFFICER_ID,
            Field.ALLEGATION_ID,
            Field.AT,
            Field.NARRATIVE));

    /** What an AMENDED event says of itself, not of the allegation. */
    private static final Set<Field> OF_ITSELF = Collections.unmodifiableSet(EnumSet.of(
            Field.PUBLISHER_ID,
            Field.SOURCE,
            Field.HANDLING,
            Field.PROCESSING_REGIME,
            Field.ASSERTION_TYPE,
            Field.REASON,
            Field.HANDLER_ID));

    private static final Set<EventType> SPEAKING = Collections.unmodifiableSet(EnumSet.of(
            EventType.AMENDED,
            EventType.WITHDRAWN,
            EventType.RESTRICTED,
            EventType.RESTORED,
            EventType.MATCH_DISMISSED,
            EventType.ASSESSED,
            EventType.FINALISED,
            EventType.REOPENED));

    private Statements() {}

    /** @return the fields it sets, with null for those it clears; empty if it says nothing of others */
    public static Map<Field, Object> of(Event event) {
        return switch (event.type()) {
            case AMENDED -> amended(event);
            case WITHDRAWN -> Map.of(Field.RECORD_STATE, "WITHDRAWN");
            case RESTRICTED -> Map.of(Field.RECORD_STATE, "RESTRICTED");
            case RESTORED -> Map.of(Field.RECORD_STATE, "FINAL");
            case MATCH_DISMISSED -> Map.of(Field.RECORD_STATE, "WRONG_PERSON");
            case ASSESSED -> assessed(event);
            case FINALISED -> outcome(event);
            case REOPENED -> cleared();
            default -> Map.of();
        };
    }

    /** Whether the field is decided after an allegation is recorded. */
    static boolean decided(Field field) {
        return field == Field.SEVERITY || OUTCOME.contains(field);
    }

    static boolean speaks(EventType type) {
        return SPEAKING.contains(type);
    }

    /** @return the eventId of the one fact it is about, or null if it is about its allegation or case */
    static String namedFact(Event event) {
        return switch (event.type()) {
            case MATCH_DISMISSED -> event.text(Field.MATCH_EVENT_ID);
            default -> null;
        };
    }

    private static Map<Field, Object> amended(Event event) {
        Map<Field, Object> fields = event.fields();
        fields.keySet().removeAll(IDENTITY);
        fields.keySet().removeAll(OF_ITSELF);
        return fields;
    }

    private static Map<Field, Object> assessed(Event event) {
        String severity = event.text(Field.SEVERITY);
        return severity == null ? Map.of() : Map.of(Field.SEVERITY, severity);
    }

    private static Map<Field, Object> outcome(Event event) {
        Map<Field, Object> fields = cleared();
        fields.replaceAll((field, nothing) -> event.get(field));
        return fields;
    }

    private static Map<Field, Object> cleared() {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        OUTCOME.forEach(field -> fields.put(field, null));
        return fields;
    }
}
