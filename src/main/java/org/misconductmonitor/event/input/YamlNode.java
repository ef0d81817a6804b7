package org.misconductmonitor.event.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.event.NearestName;
import org.misconductmonitor.event.TextPosition;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A place in a YAML file, which knows where it is. */
record YamlNode(String file, Node node) {
    private static final int DEEPEST = 30;

    static YamlNode parse(String yaml, String name) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            refuseDeep(yaml, name, settings);
            return new Compose(settings)
                    .composeString(yaml)
                    .map(node -> new YamlNode(name, node))
                    .orElseThrow(
                            () -> new CsvMappingException(name + ":1:1", "the file is empty; write events: first"));
        } catch (MarkedYamlEngineException e) {
            throw new CsvMappingException(place(name, e.getProblemMark()), e.getProblem());
        } catch (ReaderException e) {
            TextPosition at = TextPosition.behind(yaml, e.getPosition());
            throw new CsvMappingException(
                    name + ":" + at.line() + ":" + at.column(),
                    String.format(
                            Locale.ROOT,
                            "the character U+%04X may not stand in YAML; remove it or save the file as UTF-8",
                            e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw new CsvMappingException(name + ":1:1", "this is not YAML");
        }
    }

    /** Before anything is built: each level that is built takes some of the stack. */
    private static void refuseDeep(String yaml, String name, LoadSettings settings) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(yaml)) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new CsvMappingException(
                        place(name, event.getStartMark()),
                        "it is nested more than " + DEEPEST + " deep here; no mapping needs that");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    String place() {
        return place(file, node.getStartMark());
    }

    CsvMappingException error(String message) {
        return new CsvMappingException(place(), message);
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            return scalar.getValue();
        }
        throw error("write a text here");
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("write true or false");
        };
    }

    /** A list, or one element without the brackets. */
    List<YamlNode> list() {
        return node instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(element -> new YamlNode(file, element))
                        .toList()
                : List.of(this);
    }

    /** Keys (which have a place, too) and their values. */
    List<Map.Entry<YamlNode, YamlNode>> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("write keys and values here, such as 'key: value'");
        }
        List<Map.Entry<YamlNode, YamlNode>> entries = new ArrayList<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode());
            if (places.putIfAbsent(key.text(), key.place()) != null) {
                throw key.error("'" + key.text() + "' is given twice; leave one of the two");
            }
            entries.add(Map.entry(key, new YamlNode(file, tuple.getValueNode())));
        }
        return entries;
    }

    /** The values of keys from a closed list. */
    Map<String, YamlNode> keys(String... allowed) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        for (Map.Entry<YamlNode, YamlNode> entry : entries()) {
            String key = entry.getKey().text();
            if (!Arrays.asList(allowed).contains(key)) {
                String hint =
                        NearestName.hint(key, Arrays.stream(allowed), "write one of " + String.join(", ", allowed));
                throw entry.getKey().error("'" + key + "' is not known here; " + hint);
            }
            values.put(key, entry.getValue());
        }
        return values;
    }

    private static String place(String file, Optional<Mark> mark) {
        return file
                + mark.map(at -> ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1))
                        .orElse("");
    }
}
