package org.misconductmonitor.reference;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/**
 * What is wrong with a monitor that is wrong on purpose.
 *
 * @param name for people
 * @param events what it makes of the events it was fed
 * @param rules what it makes of the rules
 * @param alerts what it makes of the right answer
 */
record Fault(
        String name,
        UnaryOperator<List<Event>> events,
        UnaryOperator<RuleSet> rules,
        UnaryOperator<List<StandingAlert>> alerts) {

    private static final UnaryOperator<List<Event>> SAME_EVENTS = events -> events;
    private static final UnaryOperator<List<StandingAlert>> SAME_ALERTS = alerts -> alerts;

    /** Whether it can show at all: a fault that is one of rules alone shows where it changes one. */
    boolean concerns(Scenario scenario) {
        return events != SAME_EVENTS
                || alerts != SAME_ALERTS
                || !rules.apply(scenario.rules()).equals(scenario.rules());
    }

    static Fault onEvents(String name, UnaryOperator<List<Event>> events) {
        return new Fault(name, events, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Fault onEach(String name, UnaryOperator<Event> event) {
        return onEvents(name, events -> events.stream().map(event).toList());
    }

    static Fault dropping(String name, Predicate<Event> dropped) {
        return onEvents(name, events -> events.stream().filter(dropped.negate()).toList());
    }

    static Fault onRules(String name, UnaryOperator<Rule> rule) {
        return new Fault(
                name,
                SAME_EVENTS,
                rules -> new RuleSet(rules.rules().stream().map(rule).toList()),
                SAME_ALERTS);
    }

    MonitorFactory monitor() {
        return ruleSet -> new MutantMonitor(this, ruleSet);
    }

    @Override
    public String toString() {
        return name;
    }
}
