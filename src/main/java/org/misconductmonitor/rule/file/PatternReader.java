package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what facts another one is held against: types and a filter; and writes them back for versions. */
final class PatternReader {
    static final List<String> KEYS = List.of("on", "where");

    private static final String EXAMPLE = "facts, such as { on: CASE_CLOSED },";

    private PatternReader() {}

    /** @return null after telling what is wrong */
    static Pattern read(Node node, Problems problems) {
        Mapping mapping = Mapping.of(node, EXAMPLE, problems);
        if (mapping == null) {
            return null;
        }
        mapping.allow(KEYS);
        Node on = mapping.require("on", "on: CASE_CLOSED");
        Filter where = where(mapping);
        return on == null ? null : new Pattern(ConditionKeys.on(mapping), where);
    }

    static Filter where(Mapping mapping) {
        Node where = mapping.get("where");
        return where == null ? Filter.EVERYTHING : new FilterReader(mapping.problems()).read(where);
    }

    /** @return null after telling what is wrong */
    static Pattern required(Mapping mapping, String key, String example) {
        Node node = mapping.require(key, example);
        return node == null ? null : read(node, mapping.problems());
    }

    static Matter by(Mapping mapping, Matter usual) {
        Node node = mapping.get("by");
        String word = node == null ? null : Scalars.word(node, "'by'", Matter.words(), mapping.problems());
        return word == null ? usual : Matter.values()[Matter.words().indexOf(word)];
    }

    static ObjectNode canonical(Pattern pattern) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Canonical.types(json, "on", pattern.on());
        json.set("where", Canonical.filter(pattern.where()));
        return json;
    }
}
