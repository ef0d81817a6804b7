package org.misconductmonitor.platform;

import java.util.Comparator;
import java.util.stream.Stream;

/** Finds the key that somebody probably meant. */
final class NearestKey {
    private static final int MOST_EDITS = 4;
    private static final int LONGEST = 100;

    private NearestKey() {}

    /** @return a question to append, or where to find the keys */
    static String hint(String wrong) {
        return (wrong.length() > LONGEST ? Stream.<ConfigKey<?>>empty() : ConfigKeys.ALL.stream())
                .map(ConfigKey::name)
                .min(Comparator.comparingInt(name -> edits(name, wrong)))
                .filter(name -> edits(name, wrong) <= MOST_EDITS)
                .map(name -> ". Did you mean " + name + "?")
                .orElse(". Every key is in misconduct-monitor.properties; properties of Kafka's clients start with"
                        + " kafka.");
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
