package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;

/**
 * All facts, ready to be counted as of any date. What it answers is a function of the facts it was given: neither their
 * order nor repetition matters, and corrections count from the time they were made. A new fact costs the same however
 * much is known. A query as of the latest fact or later about what happened is answered from counts that are kept up to
 * date, once it has been asked; every other looks at all facts of the types it counts. One thread at a time.
 */
public final class StatisticsLedger {
    private final LiveTables live = new LiveTables();
    private final Dossiers dossiers = new Dossiers(live);
    private Instant latest = Instant.EPOCH;

    /**
     * Takes a fact that has passed the checks on arrival.
     *
     * @return null if it is new; otherwise what it was to the version already known, as in the officer's record
     */
    public Verdict accept(Event event) {
        Verdict verdict = dossiers.take(event);
        if ((verdict == null || verdict == Verdict.REPLACES) && event.at().isAfter(latest)) {
            latest = event.at();
        }
        return verdict;
    }

    /** The business time of the latest fact, those that were replaced included; the epoch if there is none. */
    public Instant latest() {
        return latest;
    }

    /**
     * The business time of the latest fact in the version that stands; the epoch if there is none. Unlike {@link #latest} it
     * is the same in whatever order facts came. It looks at all of them.
     */
    public Instant latestStanding() {
        AtomicReference<Instant> found = new AtomicReference<>(Instant.EPOCH);
        facts(event -> found.accumulateAndGet(event.at(), (a, b) -> a.isAfter(b) ? a : b));
        return found.get();
    }

    /** Whether a fact with this {@code eventId} was accepted, or one that names it. */
    public boolean knows(String eventId) {
        return dossiers.knows(eventId);
    }

    /** Whether the answer costs no more than its cells, once it has been asked for. */
    public boolean keepsCountOf(Query query) {
        return LiveTable.canTell(query) && !query.asOf().isBefore(latest);
    }

    /**
     * Answers a query.
     *
     * @throws QueryException if the table would be too wide, or a measure that is no count is to be told as a rate
     */
    public Table answer(Query query) {
        if (!keepsCountOf(query)) {
            return recount(query);
        }
        dossiers.settle();
        return live.table(query, dossiers::stories);
    }

    /** The same, always from all facts: it keeps nothing for the next time. */
    public Table recount(Query query) {
        return new Tabulation(query, new Snapshot(dossiers::read, query.asOf())).table();
    }

    /** Does now what the next answer would have to do first: to work out what has come since. */
    public void settle() {
        dossiers.settle();
    }

    /** Every fact in the version that stands, in no order but that erasures come first: whoever takes them all knows as much. */
    public void facts(Consumer<Event> reader) {
        dossiers.facts(reader);
    }

    /** Number of facts, those that do not count included. */
    public int size() {
        return dossiers.size();
    }
}
