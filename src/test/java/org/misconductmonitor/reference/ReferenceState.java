package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.State;

/** One state rule over one record: for every fact, everything before it is looked through for what holds. */
final class ReferenceState {
    private final ReferenceFacts facts;
    private final State state;

    ReferenceState(ReferenceFacts facts, State state) {
        this.facts = facts;
        this.state = state;
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (Seen fact : facts.all()) {
            List<Seen> held = background(facts, state.background(), fact);
            if (fact.is(state.on(), facts.rule().where())
                    && held != null
                    && facts.rule().inForceAt(fact.at())) {
                List<Seen> evidence = new ArrayList<>(held);
                evidence.add(fact);
                int count = held.isEmpty() ? 1 : held.size();
                for (int level = 0; level < state.levels().size(); level++) {
                    if (count >= state.levels().get(level).at()) {
                        alerts.add(StandingAlert.of(
                                facts,
                                state.levels(),
                                level,
                                count,
                                evidence.get(0).at(),
                                evidence));
                    }
                }
            }
        }
        return alerts;
    }

    /** What started what holds just before the fact, in order; null if what must hold does not. */
    static List<Seen> background(ReferenceFacts facts, Background background, Seen fact) {
        Set<Seen> held = new HashSet<>();
        background.during().forEach(situation -> held.addAll(facts.holding(situation, fact)));
        boolean lacking = held.isEmpty() && !background.during().isEmpty();
        boolean stopped = background.unless().stream()
                .anyMatch(situation -> !facts.holding(situation, fact).isEmpty());
        return lacking || stopped
                ? null
                : facts.all().stream().filter(held::contains).toList();
    }
}
