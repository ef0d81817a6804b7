package org.misconductmonitor.event;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The words that fields with a vocabulary are known to hold: those of the schemas, without UNKNOWN. */
public final class Vocabulary {
    private static final Map<Field, List<String>> CLOSED = new EnumMap<>(Field.class);

    /** Families of categories in common use; publishers may have others. */
    private static final List<String> GROUPS = List.of(
            "ALCOHOL_DRUGS",
            "ARREST_LOCKUP",
            "BRIBERY_CORRUPTION",
            "CIVIL_RIGHTS_SEARCH_SEIZURE",
            "CIVIL_SUIT",
            "COERCION",
            "CONDUCT_UNBECOMING",
            "CRIMINAL",
            "DISCLOSURE",
            "DISCRIMINATION",
            "DISHONESTY",
            "DOMESTIC",
            "MEDICAL",
            "OBSCENE_IMAGES",
            "OPERATIONS_PERSONNEL",
            "PROPERTY",
            "SEXUAL",
            "SUPERVISORY",
            "TRAFFIC",
            "USE_OF_FORCE",
            "VERBAL_ABUSE",
            "WEAPON_DISCHARGE");

    static {
        closed(Field.HANDLING, "OPEN", "CONFIDENTIAL", "COVERT");
        closed(Field.PROCESSING_REGIME, "LAW_ENFORCEMENT", "GENERAL");
        closed(Field.ASSERTION_TYPE, "FACT", "ALLEGATION", "ASSESSMENT", "INTELLIGENCE");
        closed(Field.RECORD_STATE, "DRAFT", "FINAL", "RESTRICTED", "WITHDRAWN", "DUPLICATE", "WRONG_PERSON");
        closed(Field.SUBJECT_ROLE, "SUBJECT", "CO_ACCUSED", "WITNESS", "VICTIM");
        closed(
                Field.PERSON_KIND,
                "OFFICER",
                "SPECIAL_CONSTABLE",
                "STAFF",
                "PCSO",
                "DESIGNATED_VOLUNTEER",
                "CONTRACTOR");
        closed(Field.CATEGORY_SCHEME, "IPCC_LEGACY", "IOPC_2020", "LOCAL");
        closed(
                Field.SEVERITY,
                "NEITHER",
                "PERFORMANCE",
                "PRACTICE_REQUIRING_IMPROVEMENT",
                "MISCONDUCT",
                "GROSS_MISCONDUCT",
                "REFER_TO_VETTING");
        closed(Field.WARNING, "WRITTEN_WARNING", "FINAL_WRITTEN_WARNING");
        closed(Field.WASH_OUTCOME, "CRIMINAL", "DISCIPLINARY", "VETTING", "MANAGEMENT", "NFA", "WELFARE");
        closed(Field.MEASURE, "SUSPENSION", "RESTRICTION");
        closed(Field.LIST, "ADVISORY", "BARRED");
        closed(Field.CHANNEL, "INTERNAL", "PUBLIC", "INDEPENDENT");
    }

    private Vocabulary() {}

    private static void closed(Field field, String... words) {
        CLOSED.put(field, List.of(words));
    }

    /** Every word this release knows for a field whose words the schema lists; empty for any other field. */
    public static List<String> closed(Field field) {
        return field == Field.EVENT_TYPE ? eventTypes() : CLOSED.getOrDefault(field, List.of());
    }

    /** Words in common use in a field of free text, to tell slips of the pen by; empty where there are none. */
    public static List<String> common(Field field) {
        return field == Field.GROUP ? GROUPS : List.of();
    }

    private static List<String> eventTypes() {
        return Arrays.stream(EventType.values())
                .filter(type -> type != EventType.UNKNOWN)
                .map(EventType::name)
                .toList();
    }

    /** Whether the event holds a word that this release does not know: its type, or a field with a closed vocabulary. */
    public static boolean isForeign(Event event) {
        if (event.type() == EventType.UNKNOWN) {
            return true;
        }
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            List<String> words = CLOSED.get(details.fieldAt(i));
            if (words != null && !words.contains((String) details.valueAt(i))) {
                return true;
            }
        }
        return false;
    }
}
