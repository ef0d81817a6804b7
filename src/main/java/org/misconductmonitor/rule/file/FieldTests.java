package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a field is held against when that is more than a value: comparisons, exists, not. */
final class FieldTests {
    static final List<String> WORDS = List.of("gt", "gte", "lt", "lte", "exists", "not");

    private static final String EXAMPLE = "a test, such as { gte: 3 }, { exists: true } or { not: OPEN },";

    private final Field field;
    private final Problems problems;

    FieldTests(Field field, Problems problems) {
        this.field = field;
        this.problems = problems;
    }

    Filter read(Node node) {
        Mapping mapping = Mapping.of(node, EXAMPLE, problems);
        mapping.allow(WORDS);
        if (mapping.keys().isEmpty()) {
            problems.error(node, "no test is given; write for example { exists: true }");
        }
        List<Filter> parts = new ArrayList<>();
        for (String word : WORDS) {
            Node value = mapping.get(word);
            if (value != null) {
                parts.add(one(word, value, mapping));
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter one(String word, Node value, Mapping mapping) {
        return switch (word) {
            case "exists" -> exists(value);
            case "not" -> new Filter.Not(FilterReader.in(field, value, problems));
            default -> compare(word, value, mapping);
        };
    }

    private Filter exists(Node value) {
        Filter exists = new Filter.Exists(field);
        return Boolean.FALSE.equals(Scalars.flag(value, "'exists'", problems)) ? new Filter.Not(exists) : exists;
    }

    private Filter compare(String word, Node value, Mapping mapping) {
        if (field.kind() != Field.Kind.INTEGER && field.kind() != Field.Kind.INSTANT) {
            problems.error(
                    mapping.keyNode(word),
                    "'" + word + "' compares numbers and dates, but '" + field.jsonName()
                            + "' holds neither; list the values instead");
            return Filter.EVERYTHING;
        }
        Object bound = FieldValues.read(field, value, problems);
        return bound == null
                ? Filter.EVERYTHING
                : new Filter.Compare(field, Filter.Operator.valueOf(word.toUpperCase(Locale.ROOT)), bound);
    }
}
