package org.misconductmonitor.query;

import java.util.function.Supplier;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;
import org.misconductmonitor.topology.EventTail;

/**
 * Counts of all facts that lie in the input topics; the same on every instance. An instance reads and keeps them from the
 * first question on: one that is never asked spends nothing.
 */
public final class Statistics implements AutoCloseable {
    private final StatisticsLedger ledger = new StatisticsLedger();
    private final EventWatch watch;

    /** @param tails open readers of the input topics, each from their beginning */
    Statistics(Supplier<EventTail> tails) {
        this.watch = new EventWatch(tails, this::take);
    }

    /**
     * Answers a query.
     *
     * @throws UnavailableException as long as the facts are being read
     * @throws org.misconductmonitor.statistics.QueryException if it cannot be answered as asked
     */
    public Table answer(Query query) {
        watch.start();
        if (!watch.isComplete()) {
            throw new UnavailableException("the facts are being read from the cluster", 1);
        }
        synchronized (ledger) {
            return ledger.answer(query);
        }
    }

    private void take(Event event) {
        synchronized (ledger) {
            ledger.accept(event);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
