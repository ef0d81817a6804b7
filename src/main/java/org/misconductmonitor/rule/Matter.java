package org.misconductmonitor.rule;

import java.util.Arrays;
import java.util.List;
import org.misconductmonitor.event.Field;

/** What two facts must have in common for one to answer, hold or end the other. */
public enum Matter {
    /** The same case. */
    CASE("case"),
    /** The same allegation; a fact that names no allegation is about every allegation of its case. */
    ALLEGATION("allegation"),
    /** Nothing more than the officer. */
    OFFICER("officer");

    private final String word;

    Matter(String word) {
        this.word = word;
    }

    /** The word in a rule file. */
    public String word() {
        return word;
    }

    /** The words of all of them, in order. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Matter::word).toList();
    }

    /** The fields that decide. */
    public List<Field> fields() {
        return switch (this) {
            case CASE -> List.of(Field.CASE_ID);
            case ALLEGATION -> List.of(Field.ALLEGATION_ID, Field.CASE_ID);
            case OFFICER -> List.of();
        };
    }

    /** Whether the fact names what it is about; one that does not takes no part. */
    public boolean isNamedBy(FieldSource fact) {
        return this == OFFICER
                || this == ALLEGATION && fact.get(Field.ALLEGATION_ID) != null
                || fact.get(Field.CASE_ID) != null;
    }
}
