package org.misconductmonitor.statistics;

import java.util.function.Consumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;

/**
 * All facts, ready to be counted as of any date. What it answers is a function of the facts it was given: neither their
 * order nor repetition matters, and corrections count from the time they were made. A new fact costs the same however
 * much is known; a query looks at all facts of the types it counts. One thread at a time.
 */
public final class StatisticsLedger {
    private final Dossiers dossiers = new Dossiers();

    /**
     * Takes a fact that has passed the checks on arrival.
     *
     * @return null if it is new; otherwise what it was to the version already known, as in the officer's record
     */
    public Verdict accept(Event event) {
        return dossiers.take(event);
    }

    /**
     * Answers a query.
     *
     * @throws QueryException if the table would be too wide, or a measure that is no count is to be told as a rate
     */
    public Table answer(Query query) {
        return new Tabulation(query, new Snapshot(dossiers, query.asOf())).table();
    }

    /** Does now what the next answer would have to do first: to work out what has come since. */
    public void settle() {
        dossiers.settle();
    }

    /** Every fact in the version that stands, in no order. */
    public void facts(Consumer<Event> reader) {
        dossiers.facts(reader);
    }

    /** Number of facts, those that do not count included. */
    public int size() {
        return dossiers.size();
    }
}
