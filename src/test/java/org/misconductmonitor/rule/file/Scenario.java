package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A story in steps.
 *
 * @param rules ids of the shipped rules that look at it
 * @param steps what happens, in order
 */
record Scenario(List<String> rules, List<Step> steps) {
    /**
     * @param what in words
     * @param events in order of arrival; written as in the tests of rules
     * @param now how far time passes then
     * @param transitions what the monitor says, in any order
     */
    record Step(String what, List<Event> events, Instant now, List<String> transitions) {}

    static Scenario read(Path file) throws IOException {
        RuleText text = new RuleText(file.toString(), Files.readString(file));
        Problems problems = new Problems(text);
        Node root = YamlDocuments.read(text, problems).get(0).root();
        Mapping scenario = Mapping.of(root, "a scenario", problems).allow(List.of("title", "story", "rules", "steps"));
        TestEventReader events = new TestEventReader(problems);
        List<Step> steps = new ArrayList<>();
        for (Node node : scenario.list("steps")) {
            Mapping step = Mapping.of(node, "a step", problems).allow(List.of("what", "events", "now", "transitions"));
            steps.add(new Step(
                    step.text("what"),
                    events.read(step.list("events")),
                    Scalars.instant(step.require("now", "now: 2024-01-01"), "'now'", problems),
                    texts(step, "transitions", problems)));
        }
        List<String> rules = texts(scenario, "rules", problems);
        if (!problems.errors().isEmpty()) {
            throw new RuleFileException(problems.errors());
        }
        return new Scenario(rules, steps);
    }

    private static List<String> texts(Mapping mapping, String key, Problems problems) {
        return mapping.get(key) instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(node -> Scalars.text(node, key, problems))
                        .toList()
                : List.of();
    }
}
