package org.misconductmonitor.web;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;

/**
 * What of an officer's record a caller may see: everything that is told of a record is made of this. To somebody who may
 * not read covert facts the record is as if they had never been published; confidential ones are only said to be there.
 *
 * @param view the facts within reach, each with the force that the record has for it
 * @param confidential how many more there are, by the month of their own business time (UTC)
 */
record RecordSight(RecordView view, SortedMap<YearMonth, Integer> confidential) {

    static RecordSight of(Caller caller, RecordView whole) {
        RecordView known =
                caller.may(Permission.READ_COVERT) ? whole : whole.without(fact -> fact.handling() == Handling.COVERT);
        SortedMap<YearMonth, Integer> withheld = new TreeMap<>();
        if (caller.may(Permission.READ_CONFIDENTIAL)) {
            return new RecordSight(known.only(fact -> reaches(caller, fact)), withheld);
        }
        known.only(fact -> isConfidential(fact) && reaches(caller, fact))
                .facts()
                .forEach(fact -> withheld.merge(YearMonth.from(fact.at().atOffset(ZoneOffset.UTC)), 1, Integer::sum));
        RecordView read = known.without(RecordSight::isConfidential);
        return new RecordSight(read.only(fact -> reaches(caller, fact)), withheld);
    }

    /** Every fact that the caller may read, within reach or not: what judging a record again is made of. */
    static List<StoredFact> readable(Caller caller, RecordView whole) {
        return whole
                .only(fact -> (fact.handling() != Handling.COVERT || caller.may(Permission.READ_COVERT))
                        && (!isConfidential(fact) || caller.may(Permission.READ_CONFIDENTIAL)))
                .facts()
                .stream()
                .map(RecordView.Fact::stored)
                .toList();
    }

    boolean isEmpty() {
        return view.facts().isEmpty() && confidential.isEmpty();
    }

    private static boolean isConfidential(RecordView.Fact fact) {
        return fact.handling() == Handling.CONFIDENTIAL;
    }

    private static boolean reaches(Caller caller, RecordView.Fact fact) {
        return caller.reach().hasFact(fact.event().tenantId(), fact.seen().text(Field.FORCE));
    }
}
