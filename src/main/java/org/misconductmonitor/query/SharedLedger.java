package org.misconductmonitor.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;

/** A ledger that is fed while it is asked. Every answer is of all facts of some batches and of none of those after. */
final class SharedLedger {
    private static final int ANSWERS_KEPT = 100;

    private final StatisticsLedger ledger = new StatisticsLedger();
    /** The last answers, as long as no fact has come that might change them; those asked for latest come last. */
    private final Map<Query, Table> answers = new LinkedHashMap<>(16, 0.75f, true);
    /** Fair: neither those who ask nor the one who feeds wait for more than what was before them. */
    private final ReentrantLock lock = new ReentrantLock(true);

    private Instant newest = Instant.EPOCH;

    /** Takes a batch that has passed the checks on arrival. */
    void take(List<Event> batch) {
        if (batch.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            batch.forEach(this::take);
        } finally {
            lock.unlock();
        }
    }

    private void take(Event event) {
        Verdict verdict = ledger.accept(event);
        if (verdict == null || verdict == Verdict.REPLACES) {
            answers.clear();
            newest = event.at().isAfter(newest) ? event.at() : newest;
        }
    }

    /** Works out what has come, so that nobody who asks has to wait for it. */
    void settle() {
        lock.lock();
        try {
            ledger.settle();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers a query.
     *
     * @param asOf what was known then, inclusive; null: as of the time of the latest fact
     * @throws org.misconductmonitor.statistics.QueryException if the table would be too wide
     */
    Table answer(Query question, Instant asOf) {
        lock.lock();
        try {
            Query query = question.asOf(asOf == null ? newest : asOf);
            Table table = answers.get(query);
            if (table == null) {
                table = ledger.answer(query);
                answers.put(query, table);
                if (answers.size() > ANSWERS_KEPT) {
                    answers.remove(answers.keySet().iterator().next());
                }
            }
            return table;
        } finally {
            lock.unlock();
        }
    }
}
