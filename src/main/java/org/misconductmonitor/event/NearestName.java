package org.misconductmonitor.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the name that was probably meant. */
public final class NearestName {
    private static final int LONGEST = 64;

    private NearestName() {}

    /** @return the known name that takes the fewest typing errors to get to the word, if it takes few enough */
    public static Optional<String> of(String word, Stream<String> known) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(word);
        int limit = Math.max(1, plain.length() / 3);
        String[] nearest = new String[1];
        int[] least = {limit + 1};
        known.forEach(name -> {
            int distance = distance(plain, plain(name));
            if (distance < least[0]) {
                least[0] = distance;
                nearest[0] = name;
            }
        });
        return Optional.ofNullable(nearest[0]);
    }

    /** @return "did you mean x?", or the other advice where nothing is near */
    public static String hint(String word, Stream<String> known, String otherwise) {
        return of(word, known).map(name -> "did you mean " + name + "?").orElse(otherwise);
    }

    /** A word from outside, made fit for a message: short, and no characters that could forge one. */
    public static String shown(String word) {
        String safe = word.replaceAll("[^A-Za-z0-9_.-]", "?");
        return safe.length() <= 40 ? safe : safe.substring(0, 40) + "...";
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
