package org.misconductmonitor.engine;

import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Hop;
import org.misconductmonitor.event.StoredFact;

/**
 * A fact published under one officer that belongs into the record of another.
 *
 * @param toOfficerId the receiving record
 * @param fact the fact with the hop that brings it
 * @param present true: it is there now; false: it is there no longer
 */
public record Handover(String toOfficerId, StoredFact fact, boolean present) {
    static Handover of(String fromOfficerId, Event reassigned, StoredFact fact) {
        Hop hop = new Hop(fromOfficerId, reassigned.at(), reassigned.eventId(), fact.hop());
        return new Handover(reassigned.text(Field.TO_OFFICER_ID), new StoredFact(fact.event(), hop), true);
    }

    Handover takenBack() {
        return new Handover(toOfficerId, fact, false);
    }

    /** Whether both put the fact into the same place. */
    boolean samePlace(Handover other) {
        return toOfficerId.equals(other.toOfficerId) && fact.key().equals(other.fact.key());
    }
}
