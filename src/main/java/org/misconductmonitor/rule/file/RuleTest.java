package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.event.Event;

/**
 * A test that a rule carries: facts as they arrive, and the alerts that must stand then.
 *
 * @param name what it shows
 * @param steps at least one; each arrives after those before
 */
public record RuleTest(String name, List<Step> steps) {
    /** The officer of events and alerts that name none. */
    public static final String OFFICER = "officer";

    public RuleTest {
        steps = List.copyOf(steps);
    }

    /**
     * Facts that arrive, and what must stand when they have.
     *
     * @param events in order of arrival
     * @param alerts all alerts that must stand; no others may
     * @param now the time at which the alerts are looked at
     */
    public record Step(List<Event> events, List<Expected> alerts, Instant now) {
        public Step {
            events = List.copyOf(events);
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * An alert that must stand.
     *
     * @param level its name
     * @param officerId who it is about: an officer, or what else, such as a unit
     * @param firedAt business time
     * @param count what was counted, or null: not looked at
     * @param evidence event ids in order, or null: not looked at
     */
    public record Expected(String level, String officerId, Instant firedAt, Integer count, List<String> evidence) {
        public Expected {
            evidence = evidence == null ? null : List.copyOf(evidence);
        }
    }
}
