package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** What stands after some events have arrived: for tests of rules. */
public final class RuleTestEngine {
    private RuleTestEngine() {}

    /**
     * Lets events arrive and looks.
     *
     * @param arrivals in order of arrival
     * @param now business time at which to look
     */
    public static List<Alert> standing(RuleSet rules, List<Event> arrivals, Instant now) {
        Population population = new Population(rules);
        arrivals.forEach(event -> population.accept(event, now));
        population.advance(now);
        return population.standing();
    }
}
