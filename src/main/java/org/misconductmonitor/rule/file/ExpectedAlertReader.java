package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one alert that a test expects. */
final class ExpectedAlertReader {
    static final List<String> KEYS = List.of("level", "firedAt", "count", "evidence", "officerId", "subject");

    private final Problems problems;
    private final List<String> levels;

    ExpectedAlertReader(Mapping rule) {
        this.problems = rule.problems();
        this.levels = levels(rule);
    }

    /** The names of the rule's levels, as far as they can be read; what is wrong with them is told elsewhere. */
    private static List<String> levels(Mapping rule) {
        List<String> names = new ArrayList<>();
        if (rule.has("levels") && rule.get("levels") instanceof SequenceNode list) {
            for (Node level : list.getValue()) {
                if (level instanceof MappingNode mapping) {
                    mapping.getValue().forEach(entry -> name(entry, names));
                }
            }
        }
        return names;
    }

    private static void name(NodeTuple entry, List<String> names) {
        if (entry.getKeyNode() instanceof ScalarNode key
                && key.getValue().equals("level")
                && entry.getValueNode() instanceof ScalarNode name) {
            names.add(name.getValue());
        }
    }

    /** @return null after telling what is wrong */
    RuleTest.Expected read(Node node) {
        Mapping alert = Mapping.of(node, "an alert, such as { level: RED, firedAt: 2024-03-31 },", problems);
        if (alert == null) {
            return null;
        }
        alert.allow(KEYS);
        Node level = alert.require("level", "level: RED");
        Node fired = alert.require("firedAt", "firedAt: 2024-03-31");
        String name = level == null ? null : Scalars.text(level, "'level'", problems);
        if (name != null && !levels.isEmpty() && !levels.contains(name)) {
            problems.error(
                    level, "this rule has no level '" + Scalars.shortened(name) + "'" + Words.hint(name, levels));
        }
        Instant firedAt = fired == null ? null : Scalars.instant(fired, "'firedAt'", problems);
        Node count = alert.get("count");
        Integer counted = count == null ? null : Scalars.integer(count, "'count'", problems);
        String about = about(alert);
        List<String> evidence = alert.has("evidence") ? evidence(alert) : null;
        return new RuleTest.Expected(name, about == null ? RuleTest.OFFICER : about, firedAt, counted, evidence);
    }

    /** The officer, or what else it is about. */
    private String about(Mapping alert) {
        String officer = alert.text("officerId");
        String subject = alert.text("subject");
        if (officer != null && subject != null) {
            problems.error(
                    alert.keyNode("subject"), "an alert is about an officer or a subject; remove one of the two");
        }
        return officer == null ? subject : officer;
    }

    private List<String> evidence(Mapping alert) {
        return alert.list("evidence").stream()
                .map(id -> Scalars.text(id, "'evidence'", problems))
                .filter(Objects::nonNull)
                .toList();
    }
}
