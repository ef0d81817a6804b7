package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Sequence;

/** One sequence rule over one record: for every last fact, everything before it is looked through. */
final class ReferenceSequence {
    private final ReferenceFacts facts;
    private final Sequence sequence;

    ReferenceSequence(ReferenceFacts facts, Sequence sequence) {
        this.facts = facts;
        this.sequence = sequence;
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (Seen last : facts.all()) {
            if (last.is(sequence.then()) && facts.rule().inForceAt(last.at())) {
                Instant start = sequence.within().start(last.at());
                List<Seen> evidence = new ArrayList<>(facts.all().subList(0, last.place()).stream()
                        .filter(first -> first.at().isAfter(start) && leadsTo(first, last))
                        .toList());
                int count = evidence.size();
                evidence.add(last);
                for (int level = 0; level < sequence.levels().size(); level++) {
                    if (count >= sequence.levels().get(level).at()) {
                        alerts.add(StandingAlert.of(facts, sequence.levels(), level, count, start, evidence));
                    }
                }
            }
        }
        return alerts;
    }

    private boolean leadsTo(Seen first, Seen last) {
        return first.is(sequence.on(), facts.rule().where())
                && ReferenceFacts.names(first, sequence.by())
                && ReferenceFacts.isAbout(last, first, sequence.by())
                && facts.all().subList(first.place() + 1, last.place()).stream()
                        .noneMatch(between -> between.is(sequence.without())
                                && ReferenceFacts.isAbout(between, first, sequence.by()));
    }
}
