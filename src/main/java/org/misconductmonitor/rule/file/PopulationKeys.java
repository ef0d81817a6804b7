package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Level;
import org.snakeyaml.engine.v2.nodes.Node;

/** Keys that several kinds of rules on many officers share. */
final class PopulationKeys {
    /** The fields by which facts can be taken together. */
    static final List<String> SUBJECTS =
            Subject.Kind.fields().stream().map(Field::jsonName).toList();

    private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");
    private static final int HIGHEST_PERCENTILE = 99;

    private PopulationKeys() {}

    /** @return the field whose values are the subjects, or null if the key is absent */
    static Field by(Mapping rule, List<String> words) {
        Node node = rule.get("by");
        String word = node == null ? null : Scalars.word(node, "'by'", words, rule.problems());
        return word == null ? null : Field.named(word).orElseThrow();
    }

    /** A whole number that is not less than another; what is usual where the key is absent. */
    static int atLeast(Mapping rule, String key, int usual, int lowest) {
        Node node = rule.get(key);
        Integer number = node == null ? null : Scalars.integer(node, "'" + key + "'", rule.problems());
        if (number != null && number < lowest) {
            rule.problems().error(node, "'" + key + "' must be at least " + lowest);
        }
        return number == null ? usual : number;
    }

    static int percentile(Mapping rule, String key, int usual) {
        int percentile = atLeast(rule, key, usual, 1);
        if (percentile > HIGHEST_PERCENTILE) {
            rule.problems().error(rule.get(key), "'" + key + "' is a percentile, at most " + HIGHEST_PERCENTILE);
        }
        return percentile;
    }

    /** Levels whose steps are percentiles. */
    static List<Level> percentiles(Mapping rule) {
        List<Level> levels = ConditionKeys.levels(rule);
        if (levels.stream().anyMatch(level -> level.at() > HIGHEST_PERCENTILE)) {
            rule.problems().error(rule.get("levels"), "'at' is a percentile here, at most " + HIGHEST_PERCENTILE);
        }
        return levels;
    }

    /** Levels whose steps are rising factors, with names of their own; told if not. */
    static List<Factor> factors(Mapping rule) {
        rule.require("levels", "levels: [{ level: AMBER, at: 2 }, { level: RED, at: 4 }]");
        List<Factor> factors = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : rule.list("levels")) {
            Factor factor = factor(node, rule.problems());
            if (factor == null) {
                continue;
            }
            if (!names.add(factor.name())) {
                rule.problems().error(node, "level '" + factor.name() + "' is here twice; give each step its own name");
            }
            if (!factors.isEmpty()
                    && factor.at().compareTo(factors.get(factors.size() - 1).at()) <= 0) {
                rule.problems()
                        .error(
                                node,
                                "levels must rise: 'at' must be more than the "
                                        + factors.get(factors.size() - 1).inWords() + " of the level before");
            }
            factors.add(factor);
        }
        return factors;
    }

    private static Factor factor(Node node, Problems problems) {
        Mapping level = Mapping.of(node, "a level, such as { level: AMBER, at: 1.5 },", problems);
        if (level == null) {
            return null;
        }
        level.allow(ConditionKeys.LEVEL_KEYS);
        String name = ConditionKeys.levelName(level);
        Node at = level.require("at", "at: 1.5");
        String text = at == null ? null : Scalars.text(at, "'at'", problems);
        boolean good = text != null && FACTOR.matcher(text).matches() && new BigDecimal(text).signum() > 0;
        if (text != null && !good) {
            problems.error(at, "'at' takes how many times as much, such as 2 or 1.5; this is " + Scalars.shape(at));
        }
        return name == null || !good ? null : new Factor(name, new BigDecimal(text));
    }

    static void write(ObjectNode canonical, List<Factor> factors) {
        ArrayNode list = canonical.putArray("levels");
        factors.forEach(factor -> list.addObject().put("level", factor.name()).put("at", factor.inWords()));
    }

    static void write(ObjectNode canonical, String key, Field field) {
        if (field != null) {
            canonical.put(key, field.jsonName());
        }
    }
}
