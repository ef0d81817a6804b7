package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.misconductmonitor.statistics.Counts;
import org.misconductmonitor.statistics.Publication;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.topology.LiveEvents;

/**
 * Counts of all facts, the same on every instance. They are in memory, which is why nothing is read until somebody asks:
 * then all that lies in the input topics, and from then on what comes.
 */
public final class Statistics implements AutoCloseable {
    private static final int SOON = 2;

    private final SharedLedger ledger = new SharedLedger();
    private final EventWatch watch;

    /** @param feeds open readers of the input topics, each from their beginnings */
    public Statistics(Supplier<LiveEvents> feeds) {
        this.watch = new EventWatch(feeds, ledger);
    }

    /**
     * Answers a query from what has been read so far.
     *
     * @param asOf what was known then, inclusive, in business time; null: as of the time of the latest fact
     *     or, where all facts have to be looked at, of one up to a minute ago; the table says which
     * @param withCovert whether covert facts are counted; otherwise the answer is as if there were none
     * @throws UnavailableException until all that was there at the first question has been read
     * @throws org.misconductmonitor.statistics.QueryException if the table would be too wide
     */
    public Table answer(Query question, Instant asOf, boolean withCovert) {
        requireComplete();
        return ledger.answer(question, asOf, withCovert);
    }

    /**
     * Answers a query as of the last release that is not after a time, nor after the latest fact.
     *
     * @param asOf null: the last release there is
     * @param withCovert whether covert facts are counted
     * @return as it may be told to those who see statistics alone
     * @throws UnavailableException until all that was there at the first question has been read
     * @throws org.misconductmonitor.statistics.QueryException if the table would be too wide
     */
    public Table published(Query question, Instant asOf, boolean withCovert) {
        requireComplete();
        Instant latest = ledger.latest(withCovert);
        Instant release = Publication.release(asOf == null || asOf.isAfter(latest) ? latest : asOf);
        return Publication.of(ledger.answer(question, release, withCovert));
    }

    /**
     * Everything that the monitor publishes by itself. It looks at all facts, table after table, so that nobody who asks
     * waits for more than one of them; a fact that comes meanwhile is in some tables and not in others, and is one of the
     * changes that are still to come.
     *
     * @param known the changes that were in the last ones, or {@link FactCounts#NONE}
     * @return empty if no fact has come since
     * @throws UnavailableException until all that was there at the first question has been read
     */
    public Optional<FactCounts> counts(long known) {
        requireComplete();
        Instant asOf = watch.newest();
        long changes = ledger.changes();
        if (changes == known) {
            return Optional.empty();
        }
        Instant latest = ledger.latestStanding();
        return Optional.of(new FactCounts(changes, asOf, Counts.of(query -> ledger.recount(query.asOf(latest)))));
    }

    private void requireComplete() {
        watch.start();
        if (!watch.isComplete()) {
            throw new UnavailableException("the facts are being read from the cluster", SOON);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
