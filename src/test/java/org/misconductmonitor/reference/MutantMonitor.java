package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** The reference with a fault. */
final class MutantMonitor implements Monitor {
    private final Fault fault;
    private final RuleSet rules;
    private final List<Event> received = new ArrayList<>();

    private Instant now = Instant.MIN;

    MutantMonitor(Fault fault, RuleSet rules) {
        this.fault = fault;
        this.rules = fault.rules().apply(rules);
    }

    @Override
    public void accept(Event event) {
        received.add(event);
    }

    @Override
    public List<StandingAlert> standing() {
        return fault.alerts().apply(Reference.standing(fault.events().apply(List.copyOf(received)), rules, now));
    }

    @Override
    public boolean advance(Instant until) {
        now = until;
        return true;
    }
}
