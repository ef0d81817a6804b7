package org.misconductmonitor.web;

import org.misconductmonitor.access.Caller;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Field;

/** What of officers' records a caller may see: everything that is told of a record is made of these facts only. */
final class RecordSight {
    private RecordSight() {}

    /** The facts within reach, each with the force that the record has for it. */
    static RecordView of(Caller caller, RecordView view) {
        return view.only(fact ->
                caller.reach().hasFact(fact.event().tenantId(), fact.seen().text(Field.FORCE)));
    }
}
