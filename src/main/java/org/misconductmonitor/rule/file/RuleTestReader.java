package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code tests}. */
final class RuleTestReader {
    static final List<String> KEYS = List.of("name", "events", "alerts", "now", "after");
    static final List<String> STEP_KEYS = List.of("events", "alerts", "now");

    private final Mapping rule;
    private final Problems problems;
    private final ExpectedAlertReader expected;

    RuleTestReader(Mapping rule) {
        this.rule = rule;
        this.problems = rule.problems();
        this.expected = new ExpectedAlertReader(rule);
    }

    List<RuleTest> read() {
        List<RuleTest> tests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : rule.list("tests")) {
            Mapping test = Mapping.of(node, "a test, such as 'name: fires at three', events and alerts,", problems);
            if (test != null) {
                tests.add(test(test.allow(KEYS), names));
            }
        }
        return tests;
    }

    private RuleTest test(Mapping test, Set<String> names) {
        Node node = test.require("name", "name: fires at three");
        String name = node == null ? null : Scalars.text(node, "'name'", problems);
        if (name != null && !names.add(name)) {
            problems.error(node, "two tests of this rule are named '" + Scalars.shortened(name) + "'; rename one");
        }
        TestEventReader events = new TestEventReader(problems);
        List<RuleTest.Step> steps = new ArrayList<>();
        steps.add(step(test, events, Instant.MIN));
        for (Node after : test.list("after")) {
            Mapping step = Mapping.of(after, "a step, with events and alerts,", problems);
            if (step != null) {
                steps.add(step(
                        step.allow(STEP_KEYS),
                        events,
                        steps.get(steps.size() - 1).now()));
            }
        }
        return new RuleTest(name, steps);
    }

    private RuleTest.Step step(Mapping step, TestEventReader reader, Instant earlier) {
        step.require("events", "events: [{ recordedAt: 2024-03-31 }]");
        step.require("alerts", "alerts: []");
        List<Event> events = reader.read(step.list("events"));
        List<RuleTest.Expected> alerts = new ArrayList<>();
        if (step.get("alerts") instanceof SequenceNode list) {
            list.getValue().stream().map(expected::read).forEach(alerts::add);
        } else if (step.get("alerts") != null) {
            problems.error(step.get("alerts"), "'alerts' takes a list; write 'alerts: []' when none may stand");
        }
        alerts.removeIf(alert -> alert == null);
        return new RuleTest.Step(events, alerts, now(step, events, earlier));
    }

    /** As written; else the time of the latest fact. */
    private Instant now(Mapping step, List<Event> events, Instant earlier) {
        Node node = step.get("now");
        Instant now = node == null ? null : Scalars.instant(node, "'now'", problems);
        Instant latest = events.stream().map(Event::at).max(Instant::compareTo).orElse(earlier);
        return now != null ? now : latest.isAfter(earlier) ? latest : earlier;
    }
}
