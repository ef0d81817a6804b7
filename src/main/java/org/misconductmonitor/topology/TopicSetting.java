package org.misconductmonitor.topology;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A configuration entry that a topic must have.
 *
 * @param name as Kafka names it
 * @param value set when the topic is created, and by the command that mends it
 * @param match what else will do
 * @param why what goes wrong otherwise
 */
public record TopicSetting(String name, String value, Match match, String why) {

    /** Which values of a running topic are accepted. */
    public enum Match {
        /** The same entries, in any order. */
        SAME("must be"),
        /** The same number or a greater one. */
        AT_LEAST("must be at least"),
        /** The same number or a smaller one. */
        AT_MOST("must be at most");

        private final String words;

        Match(String words) {
            this.words = words;
        }
    }

    /** @param actual what the cluster says; null is never accepted */
    public boolean accepts(String actual) {
        if (actual == null) {
            return false;
        }
        return switch (match) {
            case SAME -> entries(actual).equals(entries(value));
            case AT_LEAST -> Long.parseLong(actual) >= Long.parseLong(value);
            case AT_MOST -> Long.parseLong(actual) <= Long.parseLong(value);
        };
    }

    /** What is wanted, to follow the value that was found: "must be at least 5". */
    public String requirement() {
        return match.words + " " + value;
    }

    private static Set<String> entries(String list) {
        return Arrays.stream(Objects.requireNonNull(list).split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
    }
}
