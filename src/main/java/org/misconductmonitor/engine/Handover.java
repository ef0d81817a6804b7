package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Map;
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
    /** @param happenedAt when what the fact tells of happened */
    static Handover byReassignment(String fromOfficerId, Event reassigned, StoredFact fact, Instant happenedAt) {
        Hop hop = hop(fromOfficerId, reassigned, false, fact, happenedAt);
        return new Handover(reassigned.text(Field.TO_OFFICER_ID), new StoredFact(fact.event(), hop), true);
    }

    /**
     * A fact that no reassignment has moved so far becomes one that names the officer the alias belongs to.
     *
     * @param happenedAt when what the fact tells of happened
     */
    static Handover byLink(String alias, Event link, StoredFact fact, Instant happenedAt) {
        String officerId = AliasStatement.officer(link);
        Hop hop = hop(alias, link, true, fact, happenedAt);
        Event event =
                hop.reassignment() != null ? fact.event() : fact.event().with(Map.of(Field.OFFICER_ID, officerId));
        return new Handover(officerId, new StoredFact(event, hop), true);
    }

    /** Tells the record of the alias what was published elsewhere about whom it names. */
    static Handover toAlias(String fromOfficerId, StoredFact statement) {
        Event event = statement.event();
        Hop hop = new Hop(fromOfficerId, event.at(), event.eventId(), true, null, null);
        return new Handover(AliasStatement.alias(event), new StoredFact(event, hop), true);
    }

    private static Hop hop(String from, Event cause, boolean link, StoredFact fact, Instant happenedAt) {
        Instant told = happenedAt.equals(fact.ownTime()) ? null : happenedAt;
        return new Hop(from, cause.at(), cause.eventId(), link, told, fact.hop());
    }

    Handover takenBack() {
        return new Handover(toOfficerId, fact, false);
    }

    /** Whether both put the fact into the same place. */
    boolean samePlace(Handover other) {
        return toOfficerId.equals(other.toOfficerId) && fact.key().equals(other.fact.key());
    }
}
