package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.event.Vocabulary;
import org.snakeyaml.engine.v2.nodes.Node;

/** Names and values of event fields, each by its kind. */
final class FieldValues {
    static final List<String> NAMES =
            Arrays.stream(Field.values()).map(Field::jsonName).toList();

    private FieldValues() {}

    /**
     * @param keyNode the name
     * @param others words that may stand in the field's place
     * @return null after telling the nearest field or word
     */
    static Field field(String name, Node keyNode, List<String> others, Problems problems) {
        Optional<Field> field = Field.named(name);
        if (field.isEmpty()) {
            List<String> known = new ArrayList<>(others);
            known.addAll(NAMES);
            problems.error(keyNode, "no field is called '" + Scalars.shortened(name) + "'" + Words.hint(name, known));
        }
        return field.orElse(null);
    }

    /** @return the value in the Java type of the field, or null after telling what is wrong */
    static Object read(Field field, Node node, Problems problems) {
        String what = "'" + field.jsonName() + "'";
        return switch (field.kind()) {
            case INTEGER -> Scalars.integer(node, what, problems);
            case FLAG -> Scalars.flag(node, what, problems);
            case INSTANT -> Scalars.instant(node, what, problems);
            case TEXT, VOCABULARY -> {
                String text = Scalars.text(node, what, problems);
                if (text != null) {
                    doubt(field, text, node, problems);
                }
                yield text;
            }
        };
    }

    /** The same of a value that facts are held against: told if it can never match where texts are sealed. */
    static Object readToMatch(Field field, Node node, Problems problems) {
        Object value = read(field, node, problems);
        if (field.isFreeText() && value instanceof String text && !Texts.isCode(text)) {
            problems.warn(
                    node,
                    "'" + field.jsonName()
                            + "' holds people's own words, which match nothing once they are sealed; give"
                            + " a code of A-Z, 0-9 and _, or use another field, such as category");
        }
        return value;
    }

    private static void doubt(Field field, String text, Node node, Problems problems) {
        List<String> closed = Vocabulary.closed(field);
        if (!closed.isEmpty() && !closed.contains(text)) {
            problems.warn(
                    node,
                    "'" + Scalars.shortened(text) + "' is not a known word of '" + field.jsonName() + "'"
                            + Words.hint(text, closed));
        }
        List<String> common = Vocabulary.common(field);
        if (!common.contains(text)) {
            Words.nearest(text, common)
                    .ifPresent(near -> problems.warn(
                            node,
                            "'" + text + "' is not a common '" + field.jsonName() + "'; did you mean '" + near + "'?"));
        }
    }
}
