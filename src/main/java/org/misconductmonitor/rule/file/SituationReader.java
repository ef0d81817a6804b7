package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Background;
import org.misconductmonitor.rule.Delay;
import org.misconductmonitor.rule.Matter;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Situation;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code while} and {@code unless}: situations, each from one fact until another; and writes them back. */
final class SituationReader {
    static final List<String> BACKGROUND_KEYS = List.of("while", "unless");
    static final List<String> KEYS = List.of("name", "from", "until", "by", "endsAt", "lasts");

    private static final String EXAMPLE =
            "a situation, such as { name: a case is open, from: { on: CASE_OPENED }, until: { on: CASE_CLOSED }, by: case },";

    private SituationReader() {}

    static Background background(Mapping rule) {
        return new Background(list(rule, "while"), list(rule, "unless"));
    }

    private static List<Situation> list(Mapping rule, String key) {
        return rule.list(key).stream()
                .map(node -> one(node, rule.problems()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Situation one(Node node, Problems problems) {
        Mapping mapping = Mapping.of(node, EXAMPLE, problems);
        if (mapping == null) {
            return null;
        }
        mapping.allow(KEYS);
        Node named = mapping.require("name", "name: a case is open");
        String name = named == null ? null : Scalars.text(named, "'name'", problems);
        Pattern from = PatternReader.required(mapping, "from", "from: { on: CASE_OPENED }");
        Node ended = mapping.get("until");
        Pattern until = ended == null ? null : PatternReader.read(ended, problems);
        Matter by = PatternReader.by(mapping, Matter.OFFICER);
        Field endsAt = dateField(mapping, "endsAt");
        Node length = mapping.get("lasts");
        Delay lasts = length == null ? null : DelayReader.positive(length, "'lasts'", problems);
        return name == null || from == null ? null : new Situation(name, from, until, by, endsAt, lasts);
    }

    /** The name of a field that holds a time, or null if absent or wrong, which is told. */
    static Field dateField(Mapping mapping, String key) {
        Node node = mapping.get(key);
        String name = node == null ? null : Scalars.text(node, "'" + key + "'", mapping.problems());
        Field field = name == null ? null : FieldValues.field(name, node, List.of(), mapping.problems());
        if (field != null && field.kind() != Field.Kind.INSTANT) {
            mapping.problems().error(node, "'" + key + "' takes a field that holds a date, such as endsAt or dueAt");
            return null;
        }
        return field;
    }

    static void write(Background background, ObjectNode canonical) {
        write("while", background.during(), canonical);
        write("unless", background.unless(), canonical);
    }

    private static void write(String key, List<Situation> situations, ObjectNode canonical) {
        if (situations.isEmpty()) {
            return;
        }
        ArrayNode list = canonical.putArray(key);
        for (Situation situation : situations) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("name", situation.name());
            json.set("from", PatternReader.canonical(situation.from()));
            if (situation.until() != null) {
                json.set("until", PatternReader.canonical(situation.until()));
            }
            json.put("by", situation.by().word());
            if (situation.endsAt() != null) {
                json.put("endsAt", situation.endsAt().jsonName());
            }
            if (situation.lasts() != null) {
                json.put("lasts", DelayReader.canonical(situation.lasts()));
            }
            list.add(json);
        }
    }
}
