package org.misconductmonitor.engine;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The facts of the newest month of a record: with them a fact in order is stored without a look at the others, however
 * many there are, and without an index of all months.
 */
final class NewestMonth {
    private final List<OfficerRecord.Entry> entries = new ArrayList<>(2);
    private YearMonth month;

    void add(OfficerRecord.Entry entry) {
        YearMonth its = entry.fact.month();
        if (month == null || its.isAfter(month)) {
            month = its;
            entries.clear();
        }
        if (its.equals(month)) {
            entries.add(entry);
        }
    }

    void remove(OfficerRecord.Entry entry) {
        entries.remove(entry);
    }

    /** @return the facts of that month, or null if it is an older one */
    List<OfficerRecord.Entry> of(YearMonth asked) {
        if (asked.equals(month)) {
            return entries;
        }
        return month == null || asked.isAfter(month) ? List.of() : null;
    }
}
