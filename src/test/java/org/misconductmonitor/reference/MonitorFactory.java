package org.misconductmonitor.reference;

import java.util.Optional;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** Starts a monitor that knows of no events yet. */
@FunctionalInterface
public interface MonitorFactory {
    Monitor start(RuleSet rules);

    /** The event as it can reach the monitor at all, for the monitor and the reference alike; empty if it cannot. */
    default Optional<Event> admit(Event event) {
        return Optional.of(event);
    }
}
