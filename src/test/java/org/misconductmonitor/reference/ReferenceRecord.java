package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** What all facts of one subject say of one another. */
final class ReferenceRecord {
    private static final Set<Field> NEVER_INHERITED = Set.of(
            Field.EVENT_ID,
            Field.TENANT_ID,
            Field.OFFICER_ID,
            Field.ALLEGATION_ID,
            Field.EVENT_TYPE,
            Field.AT,
            Field.REVISION,
            Field.SUPERSEDES,
            Field.NARRATIVE);
    private static final Set<Field> NEVER_AMENDED = Set.of(
            Field.PUBLISHER_ID,
            Field.SOURCE,
            Field.HANDLING,
            Field.PROCESSING_REGIME,
            Field.ASSERTION_TYPE,
            Field.REASON,
            Field.HANDLER_ID);
    private static final Set<Field> TIMES = Set.of(Field.RECORDED_AT, Field.OCCURRED_AT, Field.RECEIVED_AT);
    private static final List<Field> DECIDED = List.of(
            Field.FINDING,
            Field.DISCIPLINE,
            Field.DISCIPLINE_TEXT,
            Field.SUSPENSION_DAYS,
            Field.RECOMMENDED_FINDING,
            Field.RECOMMENDED_DISCIPLINE,
            Field.RECOMMENDED_SUSPENSION_DAYS);

    /** Of the codes in random streams. */
    private static final Map<String, String> GROUPS = Map.of(
            "IPCC_LEGACY A", "USE_OF_FORCE",
            "IPCC_LEGACY B", "SEXUAL",
            "IPCC_LEGACY C", "USE_OF_FORCE",
            "IOPC_2020 A", "OPERATIONS_PERSONNEL",
            "IOPC_2020 C", "PROPERTY");

    private final List<Event> facts;

    /** @param facts those in force, in order */
    ReferenceRecord(List<Event> facts) {
        this.facts = facts;
    }

    List<Event> facts() {
        return facts;
    }

    /** The fact as all others have corrected it; an absent field and a null value are the same. */
    Map<Field, Object> corrected(Event fact) {
        Map<Field, Object> fields = given(fact);
        String code = fields.get(Field.CATEGORY_SCHEME) + " " + fields.get(Field.CATEGORY);
        if (fields.get(Field.GROUP) == null && GROUPS.containsKey(code)) {
            fields.put(Field.GROUP, GROUPS.get(code));
        }
        return fields;
    }

    private Map<Field, Object> given(Event fact) {
        Map<Field, Object> said = saidOf(fact);
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        if (fact.type() == EventType.RECORDED) {
            fields.putAll(fact.fields());
            fields.putAll(said);
            return fields;
        }
        facts.stream()
                .filter(other -> other.type() == EventType.RECORDED)
                .filter(other ->
                        fact.allegationId() != null && fact.allegationId().equals(other.allegationId()))
                .findFirst()
                .ifPresent(recorded -> fields.putAll(corrected(recorded)));
        fields.putAll(said);
        fields.keySet().removeAll(NEVER_INHERITED);
        fields.keySet().removeAll(TIMES);
        fields.putAll(fact.fields());
        if (said.containsKey(Field.RECORD_STATE)) {
            fields.put(Field.RECORD_STATE, said.get(Field.RECORD_STATE));
        }
        return fields;
    }

    static boolean counts(Event fact, Map<Field, Object> corrected) {
        Object state = corrected.get(Field.RECORD_STATE);
        Object role = corrected.get(Field.SUBJECT_ROLE);
        return fact.type() != EventType.UNKNOWN
                && (state == null || state.equals("FINAL"))
                && !"WITNESS".equals(role)
                && !"VICTIM".equals(role);
    }

    /** The finding that was known of the fact's allegation at that time. */
    String outcome(Event fact, Instant until) {
        String finding = null;
        for (Event statement : facts) {
            boolean known = !statement.at().isAfter(until) && (statement == fact || speaksOf(statement, fact));
            if (known && statement.type() == EventType.FINALISED) {
                finding = statement.text(Field.FINDING);
            }
            if (known && statement.type() == EventType.REOPENED) {
                finding = null;
            }
        }
        return finding;
    }

    private Map<Field, Object> saidOf(Event fact) {
        Map<Field, Object> said = new EnumMap<>(Field.class);
        for (Event statement : facts) {
            if (statement != fact && speaksOf(statement, fact)) {
                apply(statement, said);
            }
        }
        return said;
    }

    private static boolean speaksOf(Event statement, Event fact) {
        if (statement.type() == EventType.MATCH_DISMISSED) {
            return fact.eventId().equals(statement.text(Field.MATCH_EVENT_ID));
        }
        return statement.allegationId() != null
                ? statement.allegationId().equals(fact.allegationId())
                : statement.caseId() != null && statement.caseId().equals(fact.caseId());
    }

    private static void apply(Event statement, Map<Field, Object> said) {
        switch (statement.type()) {
            case AMENDED ->
                statement.fields().forEach((field, value) -> {
                    if (!NEVER_AMENDED.contains(field) && !NEVER_INHERITED.contains(field)) {
                        said.put(field, value);
                    }
                });
            case WITHDRAWN -> said.put(Field.RECORD_STATE, "WITHDRAWN");
            case RESTRICTED -> said.put(Field.RECORD_STATE, "RESTRICTED");
            case RESTORED -> said.put(Field.RECORD_STATE, "FINAL");
            case MATCH_DISMISSED -> said.put(Field.RECORD_STATE, "WRONG_PERSON");
            case ASSESSED -> {
                if (statement.get(Field.SEVERITY) != null) {
                    said.put(Field.SEVERITY, statement.get(Field.SEVERITY));
                }
            }
            case FINALISED -> DECIDED.forEach(field -> said.put(field, statement.get(field)));
            case REOPENED -> DECIDED.forEach(field -> said.put(field, null));
            default -> {}
        }
    }
}
