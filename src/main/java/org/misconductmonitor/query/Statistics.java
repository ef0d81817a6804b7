package org.misconductmonitor.query;

import java.time.Instant;
import java.util.function.Supplier;
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
        watch.start();
        if (!watch.isComplete()) {
            throw new UnavailableException("the facts are being read from the cluster", SOON);
        }
        return ledger.answer(question, asOf, withCovert);
    }

    @Override
    public void close() {
        watch.close();
    }
}
