package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Step;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the levels of a deadline. */
final class StepReader {
    private StepReader() {}

    /** Levels in order of time and with names of their own; told if not. */
    static List<Step> read(Mapping rule) {
        rule.require("levels", "levels: [{ level: AMBER, after: P28D }, { level: RED, after: P56D }]");
        List<Step> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : rule.list("levels")) {
            Step step = one(node, rule.problems());
            if (step == null) {
                continue;
            }
            if (!names.add(step.name())) {
                rule.problems().error(node, "level '" + step.name() + "' is here twice; give each step its own name");
            }
            Step earlier = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (earlier != null && !DelayReader.probe(step.after()).isAfter(DelayReader.probe(earlier.after()))) {
                rule.problems().error(node, "levels must rise: 'after' must be longer than that of the level before");
            }
            steps.add(step);
        }
        return steps;
    }

    private static Step one(Node node, Problems problems) {
        Mapping level = Mapping.of(node, "a level, such as { level: AMBER, after: P28D },", problems);
        if (level == null) {
            return null;
        }
        level.allow(AbsenceReader.STEP_KEYS);
        String name = ConditionKeys.levelName(level);
        Node after = level.require("after", "after: P28D");
        Delay delay = after == null ? null : DelayReader.read(after, "'after'", problems);
        return name == null || delay == null ? null : new Step(name, delay);
    }
}
