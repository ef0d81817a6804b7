package org.misconductmonitor.rule.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Weights;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code weights}: a field, what its values weigh, and what everything else does. */
final class WeightsReader {
    static final List<String> KEYS = List.of("field", "values", "otherwise");

    private static final String EXAMPLE =
            "weights: { field: severity, values: { GROSS_MISCONDUCT: 10 }, otherwise: 1 }";

    private WeightsReader() {}

    /** @return null after telling what is wrong */
    static Weights read(Mapping rule) {
        Node node = rule.require("weights", EXAMPLE);
        Mapping weights =
                node == null ? null : Mapping.of(node, "what things weigh, such as " + EXAMPLE + ",", rule.problems());
        if (weights == null) {
            return null;
        }
        weights.allow(KEYS);
        int before = rule.problems().count();
        Field field = field(weights);
        Node listed = weights.require("values", "values: { GROSS_MISCONDUCT: 10, MISCONDUCT: 4 }");
        Map<String, Integer> values = field == null || listed == null ? Map.of() : values(field, listed, weights);
        Node other = weights.get("otherwise");
        Integer otherwise = other == null ? Integer.valueOf(0) : weight(other, "'otherwise'", rule.problems());
        return rule.problems().count() > before ? null : new Weights(field, values, otherwise);
    }

    private static Field field(Mapping weights) {
        Node node = weights.require("field", "field: severity");
        String name = node == null ? null : Scalars.text(node, "'field'", weights.problems());
        Field field = name == null ? null : FieldValues.field(name, node, List.of(), weights.problems());
        boolean ofWords = field != null
                && (field.kind() == Field.Kind.TEXT || field.kind() == Field.Kind.VOCABULARY)
                && field != Field.NARRATIVE;
        if (field != null && !ofWords) {
            weights.problems().error(node, "'field' takes a field of short texts, such as severity, group or category");
        }
        return ofWords ? field : null;
    }

    private static Map<String, Integer> values(Field field, Node node, Mapping weights) {
        Problems problems = weights.problems();
        Mapping listed = Mapping.of(node, "values and their weights, such as { GROSS_MISCONDUCT: 10 },", problems);
        Map<String, Integer> values = new HashMap<>();
        if (listed == null) {
            return values;
        }
        if (listed.keys().isEmpty()) {
            problems.error(node, "no value is given a weight; write for example '{ GROSS_MISCONDUCT: 10 }'");
        }
        for (String value : listed.keys()) {
            FieldValues.readToMatch(field, listed.keyNode(value), problems);
            Node written = listed.get(value);
            Integer weight = written == null ? null : weight(written, "the weight of '" + value + "'", problems);
            if (weight != null) {
                values.put(value, weight);
            }
        }
        return values;
    }

    private static Integer weight(Node node, String what, Problems problems) {
        Integer weight = Scalars.integer(node, what, problems);
        if (weight != null && (weight < 0 || weight > Weights.MOST)) {
            problems.error(node, what + " must lie between 0 and " + Weights.MOST);
            return null;
        }
        return weight;
    }
}
