package org.misconductmonitor.rule.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The keys and values of one YAML mapping. Its readers return null after telling what is wrong. */
final class Mapping {
    private final Node node;
    private final Map<String, NodeTuple> entries;
    private final Problems problems;

    private Mapping(Node node, Map<String, NodeTuple> entries, Problems problems) {
        this.node = node;
        this.entries = entries;
        this.problems = problems;
    }

    /**
     * @param what what it is, with an example, for the error
     * @return null if the node is not a mapping
     */
    static Mapping of(Node node, String what, Problems problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.error(node, Scalars.shape(node) + " where " + what + " belongs");
            return null;
        }
        Map<String, NodeTuple> entries = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problems.error(entry.getKeyNode(), "a key must be one word, as in 'title: Three in a year'");
                continue;
            }
            NodeTuple first = entries.putIfAbsent(key.getValue(), entry);
            if (first != null) {
                problems.error(
                        key,
                        "key '" + key.getValue() + "' is here twice; the first is in line "
                                + problems.place(first.getKeyNode()).line() + ": keep one");
            }
        }
        return new Mapping(node, entries, problems);
    }

    /** Tells every key that is not among the known ones. */
    Mapping allow(Collection<String> known) {
        return allow(known, key -> "");
    }

    /**
     * Tells every key that is not among the known ones. A slip of the pen is then read as what was meant, so that
     * what is wrong with its value is told in the same run.
     *
     * @param elsewhere where a key of that name does belong; empty if nowhere
     */
    Mapping allow(Collection<String> known, UnaryOperator<String> elsewhere) {
        List<String> unknown =
                entries.keySet().stream().filter(key -> !known.contains(key)).toList();
        for (String key : unknown) {
            String place = elsewhere.apply(key);
            String hint = place.isEmpty() ? Words.hint(key, known) : "; " + place;
            problems.error(keyNode(key), "unknown key '" + Scalars.shortened(key) + "'" + hint);
            Words.nearest(key, known)
                    .filter(near -> place.isEmpty())
                    .ifPresent(near -> entries.putIfAbsent(near, entries.get(key)));
        }
        return this;
    }

    Node node() {
        return node;
    }

    Problems problems() {
        return problems;
    }

    Collection<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value, or null if the key is absent or has no value, which is told. */
    Node get(String key) {
        NodeTuple entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (Scalars.isNothing(entry.getValueNode())) {
            problems.error(entry.getKeyNode(), "key '" + key + "' has no value; give it one or remove the key");
            return null;
        }
        return entry.getValueNode();
    }

    Node keyNode(String key) {
        return entries.get(key).getKeyNode();
    }

    /** The value; a missing key is told with the example of how to write it. */
    Node require(String key, String example) {
        if (!has(key)) {
            problems.error(node, "key '" + key + "' is missing; write for example '" + example + "'");
        }
        return get(key);
    }

    /** A text, or null if absent. */
    String text(String key) {
        Node value = get(key);
        return value == null ? null : Scalars.text(value, "'" + key + "'", problems);
    }

    /** The value as a list: a single value is a list of one; absent is an empty list. */
    List<Node> list(String key) {
        Node value = get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            return List.of(value);
        }
        if (sequence.getValue().isEmpty()) {
            problems.error(value, "the list '" + key + "' is empty; give it an entry or remove the key");
        }
        return sequence.getValue();
    }
}
