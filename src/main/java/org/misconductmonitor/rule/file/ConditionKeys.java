package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Vocabulary;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Keys that several kinds of rules share. */
final class ConditionKeys {
    /** What rules on many officers can count. */
    static final List<String> ALL_COUNTS =
            Arrays.stream(CountingKey.values()).map(CountingKey::word).toList();
    /** What can be counted of one officer. */
    static final List<String> COUNTS = ALL_COUNTS.stream()
            .filter(word -> !word.equals(CountingKey.OFFICERS.word()))
            .toList();

    static final List<String> TIMES =
            Arrays.stream(TimeBasis.values()).map(TimeBasis::word).toList();
    static final List<String> LEVEL_KEYS = List.of("level", "at");

    private static final Pattern LEVEL_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private ConditionKeys() {}

    static Set<EventType> on(Mapping rule) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        for (Node node : rule.list("on")) {
            String word = Scalars.word(node, "'on'", Vocabulary.closed(Field.EVENT_TYPE), rule.problems());
            EventType.named(word == null ? "" : word).ifPresent(types::add);
        }
        return types.isEmpty() ? EnumSet.of(EventType.RECORDED) : types;
    }

    static CountingKey count(Mapping rule, CountingKey usual) {
        return count(rule, usual, COUNTS);
    }

    /** @param words the words that may be counted */
    static CountingKey count(Mapping rule, CountingKey usual, List<String> words) {
        Node node = rule.get("count");
        String word = node == null ? null : Scalars.word(node, "'count'", words, rule.problems());
        return word == null ? usual : CountingKey.values()[ALL_COUNTS.indexOf(word)];
    }

    static Window window(Mapping rule, String key, String example) {
        Node length = rule.require(key, key + ": " + example);
        return length == null ? null : Lengths.window(length, "'" + key + "'", rule.problems());
    }

    /** The field for each of whose values there is a count of its own, or null. */
    static Field per(Mapping rule) {
        Node node = rule.get("per");
        String name = node == null ? null : Scalars.text(node, "'per'", rule.problems());
        Field field = name == null ? null : FieldValues.field(name, node, List.of(), rule.problems());
        if (field != null && (field.kind() != Field.Kind.TEXT || field == Field.NARRATIVE)) {
            rule.problems().error(node, "'per' takes a field of short texts, such as group, category or unit");
        }
        return field;
    }

    static TimeBasis time(Mapping rule, TimeBasis usual) {
        Node node = rule.get("time");
        String word = node == null ? null : Scalars.word(node, "'time'", TIMES, rule.problems());
        return word == null ? usual : TimeBasis.values()[TIMES.indexOf(word)];
    }

    /** Levels with rising thresholds from 1 and names of their own; told if not. */
    static List<Level> levels(Mapping rule) {
        String example = "levels: [{ level: AMBER, at: 3 }, { level: RED, at: 5 }]";
        rule.require("levels", example);
        List<Level> levels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int last = 0;
        for (Node node : rule.list("levels")) {
            Level level = level(node, rule.problems());
            if (level == null) {
                continue;
            }
            if (!names.add(level.name())) {
                rule.problems().error(node, "level '" + level.name() + "' is here twice; give each step its own name");
            }
            if (level.at() <= last) {
                rule.problems()
                        .error(
                                node,
                                last == 0
                                        ? "'at' must be at least 1"
                                        : "levels must rise: 'at' must be more than the " + last
                                                + " of the level before");
            }
            last = Math.max(last, level.at());
            levels.add(level);
        }
        return levels;
    }

    private static Level level(Node node, Problems problems) {
        Mapping level = Mapping.of(node, "a level, such as { level: AMBER, at: 3 },", problems);
        if (level == null) {
            return null;
        }
        level.allow(LEVEL_KEYS);
        String word = levelName(level);
        Node at = level.require("at", "at: 3");
        Integer count = at == null ? null : Scalars.integer(at, "'at'", problems);
        return word == null || count == null ? null : new Level(word, count);
    }

    /** @return the name of a level, or null after telling what is wrong */
    static String levelName(Mapping level) {
        Node name = level.require("level", "level: AMBER");
        String word = name == null ? null : Scalars.text(name, "'level'", level.problems());
        if (word != null && !LEVEL_NAME.matcher(word).matches()) {
            level.problems()
                    .error(name, "a level is named in capitals, digits and '_', such as AMBER, RED or IMMEDIATE");
        }
        return word;
    }
}
