package org.misconductmonitor.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.misconductmonitor.engine.CovertFacts;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.Table;

/**
 * A ledger that is fed while it is asked. Every answer is of all facts of some batches and of none of those after. Covert
 * facts are only counted for those who ask for them: for others there is a second ledger, as soon as there is any.
 */
final class SharedLedger {
    private final LongSupplier nanos;
    private final CountedFacts all;
    private CovertFacts covert = new CovertFacts();
    private boolean anyCovert;
    /** Facts taken so far. */
    private volatile long changes;
    /** Without covert facts; null: to be made anew when it is asked for. */
    private CountedFacts open;
    /** Fair: neither those who ask nor the one who feeds wait for more than what was before them. */
    private final ReentrantLock lock = new ReentrantLock(true);

    SharedLedger() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    SharedLedger(LongSupplier nanos) {
        this.nanos = nanos;
        this.all = new CountedFacts(nanos);
    }

    /** Takes a batch that has passed the checks on arrival. */
    void take(List<Event> batch) {
        if (batch.isEmpty()) {
            return;
        }
        lock.lock();
        try {
            batch.forEach(this::take);
            changes += batch.size();
        } finally {
            lock.unlock();
        }
    }

    private void take(Event event) {
        boolean hidesOthers = covert.take(event);
        boolean hidden = covert.has(event);
        Verdict verdict = all.take(event);
        anyCovert |= hidden;
        boolean erasesUnseen = hidden && event.type() == EventType.ERASED;
        if (hidesOthers || erasesUnseen || verdict == Verdict.REPLACES) {
            open = null;
        } else if (open != null && !hidden && verdict == null) {
            open.take(event);
        }
    }

    /** Works out what has come, so that nobody who asks has to wait for it. */
    void settle() {
        lock.lock();
        try {
            all.ledger().settle();
            if (open != null) {
                open.ledger().settle();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Answers a query.
     *
     * @param asOf what was known then, inclusive; null: as of the time of the latest fact
     * @param withCovert whether covert facts are counted; otherwise the answer is as if there were none
     * @throws org.misconductmonitor.statistics.QueryException if the table would be too wide
     */
    Table answer(Query question, Instant asOf, boolean withCovert) {
        lock.lock();
        try {
            return seen(withCovert).answer(question, asOf);
        } finally {
            lock.unlock();
        }
    }

    /** Grows with every fact, of whatever kind, that is taken. */
    long changes() {
        return changes;
    }

    /** Counts without covert facts, always from all others: tables that people look at stay as they are kept. */
    Table recount(Query query) {
        lock.lock();
        try {
            return seen(false).ledger().recount(query);
        } finally {
            lock.unlock();
        }
    }

    /** The time of the latest fact that is not covert, in the version that stands; the epoch if there is none. */
    Instant latestStanding() {
        lock.lock();
        try {
            return seen(false).ledger().latestStanding();
        } finally {
            lock.unlock();
        }
    }

    /** The time of the latest fact; the epoch if there is none. */
    Instant latest(boolean withCovert) {
        lock.lock();
        try {
            return seen(withCovert).ledger().latest();
        } finally {
            lock.unlock();
        }
    }

    private CountedFacts seen(boolean withCovert) {
        return withCovert || !anyCovert ? all : open();
    }

    private CountedFacts open() {
        if (open == null) {
            List<Event> facts = new ArrayList<>();
            all.ledger().facts(facts::add);
            covert = new CovertFacts();
            facts.forEach(covert::take);
            open = new CountedFacts(nanos);
            facts.stream().filter(fact -> !covert.has(fact)).forEach(open::take);
        }
        return open;
    }
}
