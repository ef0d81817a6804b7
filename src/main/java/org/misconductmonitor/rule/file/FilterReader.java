package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Filter;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code where}: fields and their tests, all of which must hold, and the words not, any, all. */
final class FilterReader {
    /** Words that stand in the place of a field. */
    static final List<String> WORDS = List.of("not", "any", "all");

    private static final String EXAMPLE = "a group of fields, such as { group: [SEXUAL, DOMESTIC] },";

    private final Problems problems;

    FilterReader(Problems problems) {
        this.problems = problems;
    }

    /** @return the filter; everything if parts could not be read, which is told */
    Filter read(Node node) {
        Mapping mapping = Mapping.of(node, EXAMPLE, problems);
        if (mapping == null) {
            return Filter.EVERYTHING;
        }
        if (mapping.keys().isEmpty()) {
            problems.error(node, "no field is given; leave 'where' out to look at every fact");
        }
        return all(mapping.keys().stream()
                .map(key -> part(key, mapping))
                .filter(Objects::nonNull)
                .toList());
    }

    private static Filter all(List<Filter> parts) {
        return parts.size() == 1 ? parts.get(0) : new Filter.All(parts);
    }

    private Filter part(String key, Mapping mapping) {
        if (WORDS.contains(key)) {
            Node value = mapping.get(key);
            return value == null ? null : combined(key, value);
        }
        Field field = FieldValues.field(key, mapping.keyNode(key), WORDS, problems);
        if (field == Field.NARRATIVE) {
            problems.error(mapping.keyNode(key), "free text is never used by a rule; use category, group or a flag");
        }
        Node value = field == null ? null : mapping.get(key);
        return value == null ? null : test(field, value);
    }

    private Filter combined(String key, Node value) {
        if (key.equals("not")) {
            return new Filter.Not(read(value));
        }
        List<Filter> parts = new ArrayList<>();
        if (value instanceof SequenceNode list && !list.getValue().isEmpty()) {
            list.getValue().forEach(part -> parts.add(read(part)));
        } else {
            problems.error(
                    value, "'" + key + "' takes a list, such as " + key + ": [{ sexual: true }, { group: SEXUAL }]");
        }
        return key.equals("any") ? new Filter.Any(parts) : all(parts);
    }

    private Filter test(Field field, Node value) {
        return value instanceof MappingNode ? new FieldTests(field, problems).read(value) : in(field, value);
    }

    private Filter in(Field field, Node value) {
        return in(field, value, problems);
    }

    static Filter in(Field field, Node value, Problems problems) {
        List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
        if (nodes.isEmpty()) {
            problems.error(value, "the list of '" + field.jsonName() + "' is empty: no fact would match");
        }
        Set<Object> values = new LinkedHashSet<>();
        for (Node node : nodes) {
            Object read = FieldValues.readToMatch(field, node, problems);
            if (read != null && !values.add(read)) {
                problems.warn(node, "'" + read + "' is in the list twice");
            }
        }
        return new Filter.In(field, values);
    }
}
