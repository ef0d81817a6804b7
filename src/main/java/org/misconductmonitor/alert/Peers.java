package org.misconductmonitor.alert;

import java.util.Objects;

/**
 * Whom the subject of an alert was compared with.
 *
 * @param group what they have in common, in words
 * @param size how many they are, the subject included
 * @param percentile share of them that are below the subject, 0 to 100
 */
public record Peers(String group, int size, double percentile) {
    private static final double HUNDRED = 100;

    public Peers {
        Objects.requireNonNull(group, "group");
    }

    /** @param below how many of them are below the subject */
    public static Peers of(String group, int size, int below) {
        return new Peers(group, size, below * HUNDRED / size);
    }
}
