package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Concurrent;

/** One concurrent rule over one record: what is open is counted anew after every fact. */
final class ReferenceConcurrent {
    private final ReferenceFacts facts;
    private final Concurrent concurrent;

    ReferenceConcurrent(ReferenceFacts facts, Concurrent concurrent) {
        this.facts = facts;
        this.concurrent = concurrent;
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (int level = 0; level < concurrent.levels().size(); level++) {
            int at = concurrent.levels().get(level).at();
            for (Seen fact : facts.all()) {
                List<Seen> before = openAt(fact.place(), fact);
                List<Seen> after = openAt(fact.place() + 1, null);
                if (distinct(before) < at
                        && distinct(after) >= at
                        && facts.rule().inForceAt(fact.at())) {
                    StandingAlert alert = StandingAlert.of(
                            facts,
                            concurrent.levels(),
                            level,
                            distinct(after),
                            after.get(0).at(),
                            after);
                    alerts.add(alert.endedAt(end(fact, at)));
                }
            }
        }
        return alerts;
    }

    /** What is open of the first facts; what the closing one closes is not. */
    private List<Seen> openAt(int places, Seen closing) {
        List<Seen> first = facts.all().subList(0, places);
        return first.stream()
                .filter(open -> opens(open)
                        && (closing == null || !closes(closing, open))
                        && first.stream().noneMatch(end -> end.place() > open.place() && closes(end, open)))
                .toList();
    }

    private boolean opens(Seen fact) {
        return fact.is(concurrent.on(), facts.rule().where())
                && ReferenceFacts.names(fact, concurrent.by())
                && fact.fields().get(concurrent.count().field()) != null;
    }

    private boolean closes(Seen end, Seen open) {
        return end.is(concurrent.until()) && ReferenceFacts.isAbout(end, open, concurrent.by());
    }

    private int distinct(List<Seen> open) {
        return (int) open.stream()
                .map(fact -> fact.fields().get(concurrent.count().field()))
                .distinct()
                .count();
    }

    /** When first fewer are open, be it for the moment between what a fact closes and what it opens; or null. */
    private Instant end(Seen from, int at) {
        return facts.all().stream()
                .filter(fact -> fact.place() > from.place() && distinct(openAt(fact.place(), fact)) < at)
                .map(Seen::at)
                .findFirst()
                .orElse(null);
    }
}
