package org.misconductmonitor.query;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;

/**
 * Facts that are counted together, with the answers given last. One thread at a time.
 *
 * <p>An answer as of a given time is exact. One as of the latest fact is too, where counts are kept up to date; where all
 * facts have to be looked at, it may be that of a while ago, and says as of when: the same question is counted anew no
 * sooner than after a second and ten times as long as it took, a minute at most, however many ask and however fast facts
 * come; but at once after a correction or an erasure, so that nobody is told what was taken back.
 */
final class CountedFacts {
    private static final int ANSWERS_KEPT = 100;
    private static final long LEAST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOST_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int REST = 10;

    private record Counted(Table table, long until) {}

    private final LongSupplier nanos;
    private final StatisticsLedger ledger = new StatisticsLedger();
    /** As long as no fact has come that might change them; those asked for latest come last. */
    private final Map<Query, Table> answers = new LinkedHashMap<>(16, 0.75f, true);
    /** Of questions as of the latest fact. */
    private final Map<Query, Counted> recent = new LinkedHashMap<>(16, 0.75f, true);

    /** @param nanos a clock that only goes forward */
    CountedFacts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** @return as that of the ledger */
    Verdict take(Event event) {
        boolean heardOf = ledger.knows(event.eventId());
        Verdict verdict = ledger.accept(event);
        if (verdict == Verdict.REPLACES || verdict == null && (heardOf || event.type() == EventType.ERASED)) {
            answers.clear();
            recent.clear();
        } else if (verdict == null) {
            // What is new was not known before its time.
            answers.keySet().removeIf(query -> !query.asOf().isBefore(event.at()));
        }
        return verdict;
    }

    StatisticsLedger ledger() {
        return ledger;
    }

    /** @param asOf what was known then, inclusive; null: as of the time of the latest fact, or of one not long ago */
    Table answer(Query question, Instant asOf) {
        Query query = question.asOf(asOf == null ? ledger.latest() : asOf);
        Table table = answers.get(query);
        if (table != null) {
            return table;
        }
        return asOf == null && !ledger.keepsCountOf(query)
                ? recent(question.asOf(Instant.EPOCH), query)
                : counted(query);
    }

    private Table counted(Query query) {
        Table table = ledger.answer(query);
        keep(answers, query, table);
        return table;
    }

    private Table recent(Query question, Query query) {
        long start = nanos.getAsLong();
        Counted counted = recent.get(question);
        if (counted == null || start - counted.until() >= 0) {
            Table table = counted(query);
            long end = nanos.getAsLong();
            counted = new Counted(table, end + Math.min(MOST_NANOS, Math.max(LEAST_NANOS, REST * (end - start))));
            keep(recent, question, counted);
        }
        return counted.table();
    }

    private static <T> void keep(Map<Query, T> kept, Query query, T answer) {
        kept.put(query, answer);
        if (kept.size() > ANSWERS_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
