package org.misconductmonitor.reference;

import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/**
 * Events in the order they arrive, and the rules that look at them.
 *
 * @param seed what {@link RandomStreams#scenario} made it from
 * @param events in order of arrival
 * @param rules the rules in force
 */
public record Scenario(long seed, List<Event> events, RuleSet rules) {
    public Scenario {
        events = List.copyOf(events);
    }

    public Scenario withEvents(List<Event> others) {
        return new Scenario(seed, others, rules);
    }

    public Scenario withRules(RuleSet others) {
        return new Scenario(seed, events, others);
    }

    /** The stream as JSON Lines, after the rules. */
    public String text() {
        return "seed " + seed + "\n"
                + rules.rules().stream().map(rule -> rule + "\n").collect(Collectors.joining())
                + events.stream().map(event -> json(event) + "\n").collect(Collectors.joining());
    }

    private static String json(Event event) {
        return event.fields().entrySet().stream()
                .map(field -> "\"" + field.getKey().jsonName() + "\":" + json(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Object value) {
        return value instanceof Number || value instanceof Boolean ? value.toString() : "\"" + value + "\"";
    }
}
