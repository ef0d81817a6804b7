package org.misconductmonitor.rule;

import org.misconductmonitor.event.Field;

/** What a rule counts: the distinct values of a field. A fact without the value is not counted at all. */
public enum CountingKey {
    ALLEGATIONS("allegations", Field.ALLEGATION_ID),
    CASES("cases", Field.CASE_ID),
    COMPLAINANTS("complainants", Field.COMPLAINANT_ID),
    FORCES("forces", Field.FORCE),
    UNITS("units", Field.UNIT),
    CATEGORIES("categories", Field.CATEGORY),
    SOURCES("sources", Field.SOURCE);

    private final String word;
    private final Field field;

    CountingKey(String word, Field field) {
        this.word = word;
        this.field = field;
    }

    /** The word in a rule file, and in an explanation. */
    public String word() {
        return word;
    }

    public Field field() {
        return field;
    }
}
