package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;

/**
 * A monitor and the reference differ.
 *
 * @param after how many events had been fed
 * @param event the last of them
 * @param now how far time had been let pass
 * @param expected what the reference says stands
 * @param actual what the monitor says stands, or how it failed
 */
record Disagreement(int after, Event event, Instant now, String expected, String actual) {
    /** Feeds the events one by one, lets time pass after some, and compares after every one and every such time. */
    static Optional<Disagreement> anywhere(Scenario scenario, MonitorFactory factory) {
        return search(scenario, scenario.events(), 1, factory);
    }

    /** Feeds other events that must come to the same as those of the scenario, and compares at the end. */
    static Optional<Disagreement> atEnd(Scenario scenario, List<Event> feed, MonitorFactory factory) {
        return search(scenario, feed, feed.size(), factory);
    }

    private static Optional<Disagreement> search(
            Scenario scenario, List<Event> feed, int firstComparison, MonitorFactory factory) {
        RandomClock clock = new RandomClock(scenario.seed());
        Instant now = Instant.MIN;
        try (Monitor monitor = factory.start(scenario.rules())) {
            for (int i = 1; i <= feed.size(); i++) {
                List<Event> fed = feed.subList(0, i);
                Event event = fed.get(i - 1);
                boolean compare = i >= firstComparison;
                try {
                    monitor.accept(event);
                    now = monitor.now() == null ? now : monitor.now();
                    Optional<Disagreement> found = compare ? compare(scenario, fed, now, monitor) : Optional.empty();
                    Instant next = clock.after(event).orElse(now);
                    if (found.isEmpty() && next.isAfter(now) && monitor.advance(next)) {
                        now = next;
                        found = compare ? compare(scenario, fed, now, monitor) : found;
                    }
                    if (found.isPresent()) {
                        return found;
                    }
                } catch (RuntimeException | AssertionError e) {
                    return Optional.of(new Disagreement(i, event, now, "", "it failed: " + e));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<Disagreement> compare(Scenario scenario, List<Event> fed, Instant now, Monitor monitor) {
        List<StandingAlert> ever = Reference.everRaised(fed, scenario.rules(), now);
        List<StandingAlert> expected =
                ever.stream().filter(alert -> alert.endedAt() == null).toList();
        List<StandingAlert> actual =
                monitor.standing().stream().sorted(StandingAlert.ORDER).toList();
        if (!actual.equals(expected)) {
            return Optional.of(of(fed, now, lines(expected), lines(actual)));
        }
        List<StandingAlert> kept = monitor.everRaised();
        return kept == null
                        || kept.stream().sorted(StandingAlert.ORDER).toList().equals(ever)
                ? Optional.empty()
                : Optional.of(of(fed, now, lines(ever), lines(kept)));
    }

    private static Disagreement of(List<Event> fed, Instant now, String expected, String actual) {
        return new Disagreement(fed.size(), fed.get(fed.size() - 1), now, expected, actual);
    }

    String text() {
        return "after event " + after + " (" + event + ") at " + now + "\nexpected\n" + expected + "but was\n" + actual;
    }

    private static String lines(List<StandingAlert> alerts) {
        return alerts.isEmpty()
                ? "  nothing stands\n"
                : alerts.stream().map(alert -> "  " + alert + "\n").collect(Collectors.joining());
    }
}
