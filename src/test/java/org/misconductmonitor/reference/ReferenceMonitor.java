package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** The reference as a monitor: remembers everything and computes everything anew. */
final class ReferenceMonitor implements Monitor {
    private final RuleSet rules;
    private final List<Event> received = new ArrayList<>();

    private Instant now = Instant.MIN;

    ReferenceMonitor(RuleSet rules) {
        this.rules = rules;
    }

    @Override
    public void accept(Event event) {
        received.add(event);
    }

    @Override
    public List<StandingAlert> standing() {
        return Reference.standing(received, rules, now);
    }

    @Override
    public boolean advance(Instant until) {
        now = until;
        return true;
    }
}
