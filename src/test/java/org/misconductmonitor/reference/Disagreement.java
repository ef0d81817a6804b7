package org.misconductmonitor.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;

/**
 * A monitor and the reference differ.
 *
 * @param after how many events had been fed
 * @param event the last of them
 * @param expected what the reference says stands
 * @param actual what the monitor says stands, or how it failed
 */
record Disagreement(int after, Event event, List<StandingAlert> expected, String actual) {
    /** Feeds the events one by one and compares after every one. */
    static Optional<Disagreement> anywhere(Scenario scenario, MonitorFactory factory) {
        return search(scenario, scenario.events(), 1, factory);
    }

    /** Feeds other events that must come to the same as those of the scenario, and compares at the end. */
    static Optional<Disagreement> atEnd(Scenario scenario, List<Event> feed, MonitorFactory factory) {
        return search(scenario, feed, feed.size(), factory);
    }

    private static Optional<Disagreement> search(
            Scenario scenario, List<Event> feed, int firstComparison, MonitorFactory factory) {
        try (Monitor monitor = factory.start(scenario.rules())) {
            for (int i = 1; i <= feed.size(); i++) {
                Optional<Disagreement> found = step(scenario, feed.subList(0, i), i >= firstComparison, monitor);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Disagreement> step(Scenario scenario, List<Event> fed, boolean compare, Monitor monitor) {
        Event event = fed.get(fed.size() - 1);
        List<StandingAlert> expected = compare ? Reference.standing(fed, scenario.rules()) : List.of();
        try {
            monitor.accept(event);
            List<StandingAlert> actual = compare
                    ? monitor.standing().stream().sorted(StandingAlert.ORDER).toList()
                    : expected;
            return actual.equals(expected)
                    ? Optional.empty()
                    : Optional.of(new Disagreement(fed.size(), event, expected, lines(actual)));
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(new Disagreement(fed.size(), event, expected, "it failed: " + e));
        }
    }

    String text() {
        return "after event " + after + " (" + event + ")\nexpected\n" + lines(expected) + "but was\n" + actual;
    }

    private static String lines(List<StandingAlert> alerts) {
        return alerts.isEmpty()
                ? "  nothing stands\n"
                : alerts.stream().map(alert -> "  " + alert + "\n").collect(Collectors.joining());
    }
}
