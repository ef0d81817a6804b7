package org.misconductmonitor.rule;

import org.misconductmonitor.event.Field;

/** Which business time a rule goes by. Where a fact lacks it, the time the fact was recorded or taken stands in. */
public enum TimeBasis {
    RECORDED_AT(Field.RECORDED_AT),
    OCCURRED_AT(Field.OCCURRED_AT),
    RECEIVED_AT(Field.RECEIVED_AT),
    AT(Field.AT);

    private final Field field;

    TimeBasis(Field field) {
        this.field = field;
    }

    public Field field() {
        return field;
    }

    /** The word in a rule file. */
    public String word() {
        return field.jsonName();
    }
}
