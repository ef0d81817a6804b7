package org.misconductmonitor.event;

import java.time.Instant;
import java.util.Objects;

/**
 * How a fact came from another officer's record to this one.
 *
 * @param fromOfficerId under whom it was published, or whose record it passed through
 * @param at business time of the fact that handed it over
 * @param eventId the fact that handed it over: a reassignment, or a link of an alias
 * @param link whether the link of an alias handed it over
 * @param happenedAt when what it tells of happened, by which aliases are looked up; null if that is the fact's own time,
 *     as {@link StoredFact#ownTime} has it
 * @param before how it had come to the record it was handed over from, or null if it was published there
 */
public record Hop(String fromOfficerId, Instant at, String eventId, boolean link, Instant happenedAt, Hop before) {
    public Hop {
        Objects.requireNonNull(fromOfficerId, "fromOfficerId");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(eventId, "eventId");
    }

    /** The last reassignment on the way, or null if links alone brought the fact here. */
    public Hop reassignment() {
        Hop hop = this;
        while (hop != null && hop.link) {
            hop = hop.before;
        }
        return hop;
    }

    /** How many links brought it here since it was published or last reassigned. */
    public int links() {
        int links = 0;
        for (Hop hop = this; hop != null && hop.link; hop = hop.before) {
            links++;
        }
        return links;
    }

    /** The whole way, as text: facts that came by different ways are told apart by it. */
    String way() {
        String last = fromOfficerId + '\n' + eventId;
        return before == null ? last : before.way() + '\n' + last;
    }

    public EventOrder order() {
        return new EventOrder(at, eventId);
    }

    /** Type only: the rest is personal data and must not reach a log. */
    @Override
    public String toString() {
        return "hop by " + eventId;
    }
}
