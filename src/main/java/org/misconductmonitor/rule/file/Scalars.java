package org.misconductmonitor.rule.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Single values, taken as they are written: YAML's own ideas of numbers, booleans and dates do not apply. */
final class Scalars {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,9}");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private Scalars() {}

    static boolean isNothing(Node node) {
        return plain(node) && NOTHING.contains(((ScalarNode) node).getValue());
    }

    private static boolean plain(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }

    /** What a node is, for people. */
    static String shape(Node node) {
        if (isNothing(node)) {
            return "nothing";
        }
        return node instanceof ScalarNode scalar
                ? "the text '" + shortened(scalar.getValue()) + "'"
                : node instanceof MappingNode ? "a group of keys" : "a list";
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    /** The raw text: {@code 010}, {@code 1E3} and {@code NO} stay what they are. Null after telling. */
    static String text(Node node, String what, Problems problems) {
        if (!(node instanceof ScalarNode scalar)) {
            problems.error(node, shape(node) + " where " + what + " takes one text");
            return null;
        }
        if (isNothing(node) || scalar.getValue().isBlank()) {
            problems.error(
                    node, what + " is empty; write a text, in quotes if it really is '" + scalar.getValue() + "'");
            return null;
        }
        return scalar.getValue();
    }

    static Integer integer(Node node, String what, Problems problems) {
        if (plain(node) && WHOLE_NUMBER.matcher(((ScalarNode) node).getValue()).matches()) {
            return Integer.valueOf(((ScalarNode) node).getValue());
        }
        problems.error(node, what + " takes a whole number, such as 3, without quotes; this is " + shape(node));
        return null;
    }

    static Boolean flag(Node node, String what, Problems problems) {
        String text = plain(node) ? ((ScalarNode) node).getValue() : "";
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        problems.error(node, what + " takes true or false, without quotes; this is " + shape(node));
        return null;
    }

    /** A date is its start in UTC; a time needs its zone. */
    static Instant instant(Node node, String what, Problems problems) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        try {
            OffsetDateTime time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
            problems.error(node, what + " must lie between the years " + FIRST_YEAR + " and " + LAST_YEAR);
        } catch (DateTimeException e) {
            problems.error(
                    node,
                    what + " takes a date, such as 2024-03-31, or a time with its zone, such as 2024-03-31T09:30:00Z;"
                            + " this is " + shape(node));
        }
        return null;
    }

    /** One of the words; null after telling the nearest of them. */
    static String word(Node node, String what, List<String> words, Problems problems) {
        String text = text(node, what, problems);
        if (text == null || words.contains(text)) {
            return text;
        }
        problems.error(node, "'" + shortened(text) + "' is not a value of " + what + Words.hint(text, words));
        return null;
    }
}
