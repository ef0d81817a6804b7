package org.misconductmonitor.rule;

import org.misconductmonitor.event.Field;

/** What a rule counts: the distinct values of a field. A fact without the value is not counted at all. */
public enum CountingKey {
    ALLEGATIONS("allegations", "allegation", Field.ALLEGATION_ID),
    CASES("cases", "case", Field.CASE_ID),
    COMPLAINANTS("complainants", "complainant", Field.COMPLAINANT_ID),
    FORCES("forces", "force", Field.FORCE),
    UNITS("units", "unit", Field.UNIT),
    CATEGORIES("categories", "category", Field.CATEGORY),
    SOURCES("sources", "source", Field.SOURCE),
    /** Each fact by itself. */
    EVENTS("events", "event", Field.EVENT_ID),
    /** For rules on many officers only: of one officer there is never more than one. */
    OFFICERS("officers", "officer", Field.OFFICER_ID);

    private final String word;
    private final String singular;
    private final Field field;

    CountingKey(String word, String singular, Field field) {
        this.word = word;
        this.singular = singular;
        this.field = field;
    }

    /** The word in a rule file, and in an explanation. */
    public String word() {
        return word;
    }

    public String singular() {
        return singular;
    }

    public Field field() {
        return field;
    }
}
