package org.misconductmonitor.query;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.statistics.Query;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.Table;

/** Facts that are counted together, with the answers given last. One thread at a time. */
final class CountedFacts {
    private static final int ANSWERS_KEPT = 100;

    private final StatisticsLedger ledger = new StatisticsLedger();
    /** As long as no fact has come that might change them; those asked for latest come last. */
    private final Map<Query, Table> answers = new LinkedHashMap<>(16, 0.75f, true);

    private Instant newest = Instant.EPOCH;

    /** @return whether it takes the place of an earlier version */
    boolean take(Event event) {
        Verdict verdict = ledger.accept(event);
        if (verdict == null || verdict == Verdict.REPLACES) {
            answers.clear();
            newest = event.at().isAfter(newest) ? event.at() : newest;
        }
        return verdict == Verdict.REPLACES;
    }

    StatisticsLedger ledger() {
        return ledger;
    }

    /** @param asOf what was known then, inclusive; null: as of the time of the latest fact */
    Table answer(Query question, Instant asOf) {
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
    }
}
